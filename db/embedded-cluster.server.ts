import { randomBytes, randomUUID } from "node:crypto";
import { chown, mkdir, readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./embedded-account.server";
import { program } from "./embedded-binaries.server";
import { discard, type Ground } from "./embedded-ground.server";
import { readOrMake } from "./secret-file.server";

/** The role that owns everything in this private server. */
export const OWNER = "lefil";

// Order and case come from PostgreSQL's own C.UTF-8, the same on every system and never
// changed by one's update (an index sorted by glibc or ICU can be). LC_CTYPE still decides
// what a letter is for full text and trigrams: with plain C, « été » has no letters but t.
const LETTER_TABLES = ["C.UTF-8", "C.utf8", "en_US.UTF-8", "C"];

/** The folder of the data, and of the password beside it. */
export function clusterOf(place: string): { data: string; password: string } {
  return { data: join(place, "cluster", "data"), password: join(place, "cluster", "password") };
}

/**
 * Makes the data folder unless it is there. It is made under another name and renamed
 * when whole: an interrupted attempt is never taken for data. Call it under the lock.
 */
export async function ensureCluster(ground: Ground): Promise<{ made: boolean }> {
  const { place, account, binaries } = ground;
  const entries = await readdir(place);
  if (entries.includes("cluster")) {
    await refuseOtherVersion(ground);
    return { made: false };
  }
  await discard(entries.filter((name) => name.startsWith("cluster.draft-")).map((name) => join(place, name)));
  const draft = join(place, `cluster.draft-${randomUUID()}`);
  const password = join(draft, "password");
  await mkdir(draft, { mode: 0o700 });
  await readOrMake(password, () => randomBytes(32).toString("base64url"));
  if (account.owner) for (const path of [draft, password]) await chown(path, account.owner.uid, account.owner.gid);
  for (const table of LETTER_TABLES) {
    try {
      await run(account, program(binaries, "initdb"), initialisation(join(draft, "data"), password, table), place);
      break;
    } catch (error) {
      if (table === "C" || !/locale/i.test(String(error))) throw error;
    }
  }
  await rename(draft, join(place, "cluster"));
  return { made: true };
}

/** The password of the owning role; throws a sentence where the file is gone. */
export async function ownerPassword(place: string): Promise<string> {
  const { password } = clusterOf(place);
  const text = (await readFile(password, "utf8").catch(() => "")).trim();
  if (!text) throw new Error(`${password} is missing or empty: bring it back from the same copy as the data beside it.`);
  return text;
}

function initialisation(data: string, password: string, letters: string): string[] {
  return [
    ...["-D", data, "-U", OWNER, `--pwfile=${password}`, "--auth=scram-sha-256", "--data-checksums"],
    ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", `--lc-ctype=${letters}`],
    ...["--text-search-config=french", "--no-instructions"],
  ];
}

async function refuseOtherVersion({ place, binaries }: Ground): Promise<void> {
  const { data } = clusterOf(place);
  const kept = (await readFile(join(data, "PG_VERSION"), "utf8").catch(() => "")).trim();
  const ours = binaries.version.split(".")[0];
  if (kept !== ours) {
    throw new Error(`${data} is not data of PostgreSQL ${ours} (it says « ${kept} »). Start the version of the application that made it, or restore a backup.`);
  }
}
