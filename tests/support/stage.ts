import { join } from "node:path";
import postgres from "postgres";
import { startEmbedded } from "#db/embedded.server";
import { startApp, type AppOptions, type AppProcess } from "./app-process";
import { settle, type Settled } from "./settle";

export type Stage = { app: AppProcess; ownerUrl: string; sql: postgres.Sql; settled: Settled; close(): Promise<void> };

/**
 * The application as `npm start` runs it, on its own embedded PostgreSQL, looked
 * into as its owner. With people, a community with that many signed in.
 */
export async function openStage(people: number, options: AppOptions = {}): Promise<Stage> {
  const app = await startApp(options);
  await app.ready(60_000);
  const inside = await startEmbedded({ directory: join(app.dataDir, "postgres"), log: () => {} });
  const settled = people > 0 ? await settle(inside.ownerUrl, people) : { people: [], threadId: 0 };
  const sql = postgres(inside.ownerUrl, { max: 1, onnotice: () => {} });
  return {
    app,
    ownerUrl: inside.ownerUrl,
    sql,
    settled,
    close: async () => {
      await sql.end();
      await inside.stop();
      await app.stop();
    },
  };
}
