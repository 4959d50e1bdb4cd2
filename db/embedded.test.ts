import { type ChildProcess, spawn } from "node:child_process";
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { OWN, run } from "./embedded-account.server";
import { copyBinaries, installedBinaries, program } from "./embedded-binaries.server";
import { type EmbeddedDatabase, startEmbedded } from "./embedded.server";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const said: string[] = [];
const log = (message: string) => void said.push(message);
const started: EmbeddedDatabase[] = [];
let root: string;
let directory: string;

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "lefil-embedded-")));
  // Only its owner enters: where the tests run as root, nobody but root.
  await chmod(root, 0o700);
  directory = join(root, "postgres");
});

afterAll(async () => {
  for (const database of started) await database.stop();
  await rm(root, { recursive: true, force: true });
});

async function start(folder = directory): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ directory: folder, log });
  started.push(database);
  return database;
}

async function query<T extends object>(url: string, text: string): Promise<T[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 3, backoff: () => 0.5 });
  try {
    return await sql.unsafe<T[]>(text);
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}

async function postmasterPid(folder = directory): Promise<number> {
  return Number((await readFile(join(folder, "cluster/data/postmaster.pid"), "utf8")).split("\n")[0]);
}

async function expectStopped(url: string, folder = directory): Promise<void> {
  await expect(query(url, "select 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  await expect(postmasterPid(folder)).rejects.toThrow("ENOENT");
}

/** An application in a process of its own; resolves once its database is up. */
async function application(folder: string, env: Record<string, string> = {}): Promise<{ child: ChildProcess; url: string }> {
  const code = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, "embedded.server.ts"))};
    const database = await startEmbedded({ directory: process.argv[1], log: () => {} });
    console.log("url " + database.ownerUrl);
    process.on("SIGTERM", () => void database.stop().then(() => process.exit(0)));
    setInterval(() => {}, 1_000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code, "--", folder], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stderr.on("data", (part: Buffer) => (output += part.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (part: Buffer) => {
      output += part.toString();
      const found = /^url (.+)$/m.exec(output)?.[1];
      if (found) resolve(found);
    });
    child.once("exit", () => reject(new Error(output)));
  });
  return { child, url };
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await gone;
}

test("the first start makes a database that keeps what it acknowledges and orders and reads French", async () => {
  const database = await start();
  const [settings] = await query<Record<string, string>>(
    database.ownerUrl,
    `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
      current_setting('listen_addresses') as listen, current_setting('unix_socket_directories') as sockets,
      current_setting('password_encryption') as passwords, lower('ÉTÉ') as lower, to_tsvector('french', 'l’été à l’école')::text as words,
      (select string_agg(name, ' ' order by name) from pg_available_extensions where name in ('citext', 'pg_trgm', 'unaccent', 'pgcrypto')) as extensions,
      (select string_agg(w, ' ' order by w collate "fr-CA-x-icu") from unnest(array['zut', 'été', 'eau', 'Éva']) w) as ordered`,
  );
  expect(settings).toEqual({
    fsync: "on",
    checksums: "on",
    encoding: "UTF8",
    listen: "127.0.0.1",
    sockets: "",
    passwords: "scram-sha-256",
    lower: "été",
    words: expect.stringContaining("'écol'"),
    extensions: "citext pg_trgm pgcrypto unaccent",
    ordered: "eau été Éva zut",
  });
});

test("the password stands in a file that only its owner reads, and no other password opens", async () => {
  const { ownerUrl } = await start();
  expect((await stat(join(directory, "cluster/password"))).mode & 0o777).toBe(0o600);
  const wrong = new URL(ownerUrl);
  wrong.password = "another";
  await expect(query(wrong.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
});

test("two users of one folder share the server, and the last one to stop ends it", async () => {
  const [first, second] = await Promise.all([start(), start()]);
  expect(second.ownerUrl).toBe(first.ownerUrl);
  await first.stop();
  await expect(query(second.ownerUrl, "select 1")).resolves.toHaveLength(1);
  await expect(first.ensureRunning()).rejects.toThrow("was stopped");
});

test("a stopped database starts again on the same port with its data, quickly", async () => {
  const before = await start();
  await query(before.ownerUrl, "create table kept as select 42 as number");
  for (const database of started.splice(0)) await database.stop();
  await expectStopped(before.ownerUrl);
  const since = performance.now();
  const after = await start();
  expect(performance.now() - since).toBeLessThan(5_000);
  expect(after.ownerUrl).toBe(before.ownerUrl);
  expect(await query(after.ownerUrl, "select number from kept")).toEqual([{ number: 42 }]);
});

test("a server killed with all its processes is brought back by one attempt for concurrent calls", async () => {
  const database = await start();
  await query(database.ownerUrl, "create table survivors as select 7 as number");
  const pid = await postmasterPid();
  const children = await query<{ pid: number }>(database.ownerUrl, "select pid from pg_stat_activity where pid <> pg_backend_pid()");
  for (const victim of [pid, ...children.map((child) => child.pid)]) process.kill(victim, "SIGKILL");
  said.length = 0;
  await Promise.all([database.ensureRunning(), database.ensureRunning(), database.ensureRunning()]);
  expect(said).toEqual(["embedded database started"]);
  expect(await query(database.ownerUrl, "select number from survivors")).toEqual([{ number: 7 }]);
});

test("a server of which only the parent was killed is brought back although its children held on", async () => {
  const database = await start();
  const busy = query(database.ownerUrl, "select count(*) from generate_series(1, 200000000)").catch((error: unknown) => error);
  await expect.poll(() => query(database.ownerUrl, "select 1 from pg_stat_activity where query like 'select count%' and state = 'active'")).toHaveLength(1);
  process.kill(await postmasterPid(), "SIGKILL");
  await database.ensureRunning();
  await expect(query(database.ownerUrl, "select 1")).resolves.toHaveLength(1);
  expect(await busy).toBeInstanceOf(Error);
});

test("a server that is frozen is ended and brought back", async () => {
  const database = await start();
  process.kill(await postmasterPid(), "SIGSTOP");
  await database.ensureRunning();
  await expect(query(database.ownerUrl, "select 1")).resolves.toHaveLength(1);
});

test("a stale postmaster.pid that names somebody else's living process does not stop the start", async () => {
  const database = await start();
  const pidFile = join(directory, "cluster/data/postmaster.pid");
  const lines = (await readFile(pidFile, "utf8")).split("\n");
  for (const each of started.splice(0)) await each.stop();
  await writeFile(pidFile, [process.pid, ...lines.slice(1)].join("\n"), { mode: 0o600 });
  const again = await start();
  expect(again.ownerUrl).toBe(database.ownerUrl);
  expect(await postmasterPid()).not.toBe(process.pid);
});

test("a port taken meanwhile by another program is given up for another", async () => {
  const before = new URL((await start()).ownerUrl).port;
  for (const each of started.splice(0)) await each.stop();
  const other: Server = createServer();
  await new Promise<void>((done) => other.listen(Number(before), "127.0.0.1", done));
  const again = await start();
  await new Promise((done) => other.close(done));
  expect(new URL(again.ownerUrl).port).not.toBe(before);
  await expect(query(again.ownerUrl, "select 1")).resolves.toHaveLength(1);
});

test("after kill -9 of the application its server is adopted, with what it acknowledged", async () => {
  for (const each of started.splice(0)) await each.stop();
  const { child, url } = await application(directory);
  await query(url, "create table acknowledged as select 1 as one");
  const pid = await postmasterPid();
  await kill(child, "SIGKILL");
  const next = await start();
  expect(next.ownerUrl).toBe(url);
  expect(await postmasterPid()).toBe(pid);
  expect(await query(next.ownerUrl, "select one from acknowledged")).toEqual([{ one: 1 }]);
});

test("processes that start together on an empty folder make one database, over an interrupted attempt", async () => {
  const folder = join(root, "shared/postgres");
  await mkdir(join(folder, "cluster.draft-interrupted/data"), { recursive: true });
  await writeFile(join(folder, "lock"), "999999999.1 left-by-a-dead-process");
  const applications = await Promise.all([application(folder), application(folder), application(folder)]);
  expect(new Set(applications.map(({ url }) => url)).size).toBe(1);
  expect((await readdir(folder)).filter((name) => name.startsWith("cluster"))).toEqual(["cluster"]);
  for (const { child } of applications) await kill(child, "SIGTERM");
  await expectStopped(applications[0]?.url ?? "", folder);
});

test("a copy of the programs is whole although npm leaves out their symbolic links", async () => {
  const installed = await installedBinaries();
  const bare = join(root, "bare/native");
  await cp(installed.root, bare, { recursive: true, filter: async (path) => !(await lstat(path)).isSymbolicLink() });
  const copy = await copyBinaries({ ...installed, root: bare }, join(root, "copies"));
  await rm(bare, { recursive: true });
  expect(await run(OWN, program(copy, "postgres"), ["--version"])).toContain(`PostgreSQL) ${installed.version.split("-")[0]?.replace(/\.0$/, "")}`);
});

// PostgreSQL has no objection to anybody else, so there is nothing to fall back from.
if (process.getuid?.() === 0) {
  test("as root without user namespaces the data moves to a folder that an account without rights can use", async () => {
    const folder = join(root, "refused/postgres");
    const first = await start(folder);
    await query(first.ownerUrl, "create table moved as select 3 as number");
    await first.stop();
    const refusing = join(root, "bin");
    await mkdir(refusing);
    await writeFile(join(refusing, "unshare"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    const { child, url } = await application(folder, { PATH: `${refusing}:${process.env.PATH}` });
    const place = (await readFile(join(folder, "place"), "utf8")).trim();
    try {
      expect(await query(url, "select number from moved")).toEqual([{ number: 3 }]);
      expect((await stat(join(place, "cluster/data"))).uid).not.toBe(0);
      await kill(child, "SIGTERM");
      // Namespaces are back, and the data stays where it was last written.
      const again = await start(folder);
      expect(await query(again.ownerUrl, "select number from moved")).toEqual([{ number: 3 }]);
      await again.stop();
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
}
