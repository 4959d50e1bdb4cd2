import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { closeDatabase, openDatabase } from "#db/client.server";
import { startEmbedded } from "#db/embedded.server";
import { readSettings, whyNotStarted } from "~/kit/env.server";
import { isDatabaseAway } from "~/kit/faults.server";
import { openLog } from "~/kit/log.server";
import { loadSecret } from "~/kit/secrets.server";
import { takeMail } from "~/features/answer/inbound.server";

/** Milliseconds. */
const RING = 200;

/** Exit codes as mail servers know them (sysexits.h): done, not for us, try again later. */
const EXIT = { taken: 0, refused: 65, later: 75 };

/** Takes one mail for `npm run mail:in`, beside the running application, and says in a sentence what became of it. */
export async function takeMailOnce(raw: Buffer, environment: NodeJS.ProcessEnv = process.env): Promise<number> {
  let stop: () => Promise<void> = async () => {};
  try {
    const settings = readSettings(environment);
    openLog("silent");
    loadSecret(settings.sessionSecret, settings.dataDir);
    let url = settings.databaseAppUrl ?? settings.databaseUrl;
    if (!url) {
      // The application's own server is joined where it runs, and left running.
      const embedded = await startEmbedded({ directory: join(settings.dataDir, "postgres"), log: () => {} });
      stop = () => embedded.stop();
      url = embedded.ownerUrl;
    }
    openDatabase(url, 2);
    const { taken, sentence } = await takeMail(raw);
    // What was announced is rung a moment after the commit: open pages hear of it too.
    if (taken) await pause(RING);
    (taken ? process.stdout : process.stderr).write(`${sentence}\n`);
    return taken ? EXIT.taken : EXIT.refused;
  } catch (error) {
    process.stderr.write(isDatabaseAway(error) ? "La base de données ne répond pas. Réessayez plus tard.\n" : `${whyNotStarted(error)}\n`);
    return EXIT.later;
  } finally {
    closeDatabase();
    await stop();
  }
}
