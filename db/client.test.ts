import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as client from "./client.server";
import { type EmbeddedDatabase, startEmbedded } from "./embedded.server";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let root: string;
let server: EmbeddedDatabase;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "lefil-client-"));
  server = await startEmbedded({ directory: join(root, "postgres"), log: () => {} });
  client.openDatabase(server.ownerUrl, 1);
});

afterAll(async () => {
  await client.drainDatabase(5);
  await server?.stop();
  await rm(root, { recursive: true, force: true });
});

const timesPlanned = async (words: string): Promise<number[]> =>
  (await client.db.execute(sql`select (generic_plans + custom_plans)::int as times from pg_prepared_statements where statement like ${`%${words}%`} and statement not like '%pg_prepared_statements%'`)).map(({ times }) => Number(times));

test("a statement without a name is prepared once for all its values, in a transaction too", async () => {
  for (const value of [1, 2]) await client.db.execute(sql`select ${value}::int as thrice`);
  await client.db.transaction(async (tx) => void (await tx.execute(sql`select ${3}::int as thrice`)));
  expect(await timesPlanned("as thrice")).toEqual([3]);
});

test("a look-up is reckoned as cheap as in memory", async () => {
  const [row] = await client.db.execute(sql`select current_setting('random_page_cost') as cost`);
  expect(row?.cost).toBe("1.1");
});
