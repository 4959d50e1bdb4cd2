import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type EmbeddedDatabase, startEmbedded } from "./embedded.server";
import { DatabaseAbsent, migrate, MigrationMissing } from "./migrate.server";

type Step = { tag: string; when: number; text: string };

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const said: { message: string; fields?: Record<string, unknown> }[] = [];
const log = (message: string, fields?: Record<string, unknown>) => void said.push({ message, fields });
const FIRST = { tag: "0000_first", when: 1_000, text: "create table a (n int);\n--> statement-breakpoint\ninsert into a values (1);" };
const SECOND = { tag: "0001_second", when: 2_000, text: "insert into a values (2);" };

let root: string;
let server: EmbeddedDatabase;
let admin: postgres.Sql;
let ownerUrl: string;
let sql: postgres.Sql;
let count = 0;

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "lefil-migrate-")));
  server = await startEmbedded({ directory: join(root, "postgres"), log: () => {} });
  admin = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
});

afterAll(async () => {
  await sql?.end();
  await admin?.end();
  await server?.stop();
  await rm(root, { recursive: true, force: true });
});

beforeEach(async () => {
  const name = `empty_${(count += 1)}`;
  await admin`create database ${admin(name)}`;
  const url = new URL(server.ownerUrl);
  url.pathname = name;
  ownerUrl = url.href;
  await sql?.end();
  sql = postgres(ownerUrl, { max: 2, onnotice: () => {} });
  said.length = 0;
});

async function folderOf(...steps: Step[]): Promise<string> {
  const folder = join(root, `migrations-${(count += 1)}`);
  await mkdir(join(folder, "meta"), { recursive: true });
  const entries = steps.map(({ tag, when }, idx) => ({ idx, version: "7", when, tag, breakpoints: true }));
  await writeFile(join(folder, "meta/_journal.json"), JSON.stringify({ version: "7", dialect: "postgresql", entries }));
  for (const { tag, text } of steps) await writeFile(join(folder, `${tag}.sql`), text);
  return folder;
}

const numbers = async () => (await sql<{ n: number }[]>`select n from a order by n`).map(({ n }) => n);

test("five processes starting together apply each migration once", async () => {
  const slow = { ...FIRST, text: `select pg_sleep(0.2);\n--> statement-breakpoint\n${FIRST.text}` };
  const folder = await folderOf(slow, SECOND);
  let inside = 0;
  let most = 0;
  const afterMigrate = async (own: postgres.Sql) => {
    most = Math.max(most, (inside += 1));
    await own`select pg_sleep(0.02)`;
    inside -= 1;
  };
  const results = await Promise.all(Array.from({ length: 5 }, () => migrate({ ownerUrl, folder, log, afterMigrate })));
  expect(results.map(({ applied }) => applied).sort()).toEqual([0, 0, 0, 0, 2]);
  expect(await numbers()).toEqual([1, 2]);
  expect(most).toBe(1);
});

test("a later version adds what is new only", async () => {
  await expect(migrate({ ownerUrl, folder: await folderOf(FIRST), log })).resolves.toEqual({ applied: 1 });
  await expect(migrate({ ownerUrl, folder: await folderOf(FIRST, SECOND), log })).resolves.toEqual({ applied: 1 });
  expect(await numbers()).toEqual([1, 2]);
  expect(said).toContainEqual({ message: "migrations applied", fields: { files: ["0001_second.sql"] } });
});

test("a migration merged late with an older date stops the start with its name, and applies nothing", async () => {
  await migrate({ ownerUrl, folder: await folderOf(FIRST), log });
  const late = { tag: "0001_merged_late", when: 500, text: "insert into a values (9);" };
  const start = migrate({ ownerUrl, folder: await folderOf(FIRST, late, SECOND), log });
  await expect(start).rejects.toThrow(MigrationMissing);
  await expect(start).rejects.toThrow("0001_merged_late.sql");
  expect(await numbers()).toEqual([1]);
});

test("a migration edited after it was applied stops the start with its name", async () => {
  await migrate({ ownerUrl, folder: await folderOf(FIRST), log });
  const edited = { ...FIRST, text: `${FIRST.text}\n-- a word more` };
  await expect(migrate({ ownerUrl, folder: await folderOf(edited), log })).rejects.toThrow("0000_first.sql");
});

test("an older version keeps serving a newer database, and says so", async () => {
  await migrate({ ownerUrl, folder: await folderOf(FIRST, SECOND), log });
  await expect(migrate({ ownerUrl, folder: await folderOf(FIRST), log })).resolves.toEqual({ applied: 0 });
  expect(said).toContainEqual({ message: "the database has migrations of a newer version", fields: { unknown: 1 } });
});

test("a migration that fails leaves nothing, and passes once it is right", async () => {
  const wrong = { ...SECOND, text: "insert into a values (2);\n--> statement-breakpoint\nselect 1 / 0;" };
  await expect(migrate({ ownerUrl, folder: await folderOf(FIRST, wrong), log })).rejects.toThrow();
  await expect(sql`select 1 from a`).rejects.toMatchObject({ code: "42P01" });
  await migrate({ ownerUrl, folder: await folderOf(FIRST, SECOND), log });
  expect(await numbers()).toEqual([1, 2]);
});

test("a process killed in the middle of a migration lets the next one finish", async () => {
  const slow = { ...SECOND, text: `${SECOND.text}\n--> statement-breakpoint\nselect pg_sleep(30);` };
  const child = migrateElsewhere(await folderOf(FIRST, slow));
  await expect
    .poll(() => sql`select 1 from pg_stat_activity where query like '%pg_sleep(30)%' and state = 'active' and pid <> pg_backend_pid()`, { timeout: 20_000 })
    .toHaveLength(1);
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
  await expect(migrate({ ownerUrl, folder: await folderOf(FIRST, SECOND), log })).resolves.toEqual({ applied: 2 });
  expect(await numbers()).toEqual([1, 2]);
});

function migrateElsewhere(folder: string): ChildProcess {
  const code = `
    import { migrate } from ${JSON.stringify(join(import.meta.dirname, "migrate.server.ts"))};
    await migrate({ ownerUrl: process.argv[1], folder: process.argv[2], log: () => {} });`;
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code, "--", ownerUrl, folder], { stdio: "ignore" });
}

test("an absent server, a refusing one and a silent one are told apart from a fault", async () => {
  const folder = await folderOf(FIRST);
  const silent = createServer(() => {});
  const closing = createServer((socket) => socket.destroy());
  const ports = await Promise.all([silent, closing].map((each) => new Promise<number>((done) => each.listen(0, "127.0.0.1", () => done((each.address() as { port: number }).port)))));
  const urls = [1, ...ports].map((port) => `postgres://lefil:secret@127.0.0.1:${port}/lefil`);
  const since = performance.now();
  const outcomes = await Promise.all(urls.map((url) => migrate({ ownerUrl: url, folder, log }).catch((error: unknown) => error)));
  expect(performance.now() - since).toBeLessThan(9_000);
  for (const outcome of outcomes) expect(outcome).toBeInstanceOf(DatabaseAbsent);
  silent.close();
  closing.close();
  const wrong = new URL(ownerUrl);
  wrong.password = "another";
  await expect(migrate({ ownerUrl: wrong.href, folder, log })).rejects.not.toBeInstanceOf(DatabaseAbsent);
});
