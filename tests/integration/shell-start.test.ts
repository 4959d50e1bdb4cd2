import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbedded } from "#db/embedded.server";
import { startApp, until, type AppProcess } from "../support/app-process";
import { settle } from "../support/settle";

const STAMP = resolve(import.meta.dirname, "../../build/stamp");

let dataDir: string;
let app: AppProcess;
let ownerUrl: string;
let builtAt: number;

/** As `npm start` does, with a secret of its own making, in a folder that only this account may enter. */
const start = () => startApp({ dataDir, script: "start.mjs", environment: { SESSION_SECRET: "", NODE_ENV: "production" } });

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "le-fil-start-"));
  builtAt = statSync(STAMP).mtimeMs;
  app = await start();
  await app.ready(60_000);
  const inside = await startEmbedded({ directory: join(dataDir, "postgres"), log: () => {} });
  ownerUrl = inside.ownerUrl;
  await inside.stop();
}, 90_000);

afterAll(async () => {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));

const postmaster = (): number => Number(readFileSync(join(dataDir, "postgres", "cluster", "data", "postmaster.pid"), "utf8").split("\n", 1)[0]);

describe("npm start", () => {
  it("prints the address, and one setup address with a key that the database knows only by its hash", async () => {
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    await until("the address", () => app.output().includes("Le Fil est à"));
    expect(app.output()).toContain(`Le Fil est à ${app.origin}\n`);
    const keys = [...app.output().matchAll(/\/demarrage\?cle=([\w-]{43})/g)];
    expect(keys).toHaveLength(1);
    const sql = postgres(ownerUrl, { max: 1 });
    const [kept] = await sql`select key_hash from setup_keys`;
    await sql.end();
    expect(kept?.key_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await app.status(`/demarrage?cle=${keys[0]?.[1]}`)).toBe(200);
  });

  it("does not build again when nothing changed", () => {
    expect(app.output()).not.toMatch(/Building|building/);
    expect(statSync(STAMP).mtimeMs).toBe(builtAt);
  });

  it("keeps its secrets for its own account alone", () => {
    const secrets = files(dataDir).filter((path) => /secrets\/|password|pgpass/.test(path));
    expect(secrets.map((path) => path.slice(dataDir.length + 1))).toEqual(expect.arrayContaining(["secrets/session", "secrets/database-app"]));
    expect(secrets.length).toBeGreaterThanOrEqual(3);
    for (const path of secrets) expect({ path, mode: (statSync(path).mode & 0o777).toString(8) }).toEqual({ path, mode: "600" });
    for (const folder of ["secrets", "postgres"]) expect(statSync(join(dataDir, folder)).mode & 0o077).toBe(0);
  });

  it("comes back with everything after all of it was killed, and after being stopped and started", async () => {
    const { people, threadId } = await settle(ownerUrl, 1);
    const cookie = people[0]?.cookie ?? "";
    const secret = readFileSync(join(dataDir, "secrets", "session"), "utf8");
    for (const end of ["SIGKILL", "SIGTERM", "SIGINT"] as const) {
      if (end === "SIGKILL") process.kill(postmaster(), "SIGKILL");
      app.child.kill(end);
      expect(await app.exited).toBe(end === "SIGKILL" ? "SIGKILL" : 0);
      app = await start();
      await app.ready(30_000);
      const page = await fetch(`${app.origin}/discussions/${threadId}`, { headers: { cookie } });
      expect(page.status).toBe(200);
      expect(await page.text()).toContain("Bonjour");
      expect(app.output()).not.toContain("/demarrage?cle=");
      expect(readFileSync(join(dataDir, "secrets", "session"), "utf8")).toBe(secret);
    }
    expect(statSync(STAMP).mtimeMs).toBe(builtAt);
  }, 60_000);
});

describe("the role that the application runs as", () => {
  it("may neither change the tables, nor rewrite the journal, nor become the owner", async () => {
    const inside = await startEmbedded({ directory: join(dataDir, "postgres"), log: () => {} });
    const url = new URL(inside.ownerUrl);
    const owner = url.username;
    url.username = "lefil_app";
    url.password = readFileSync(join(dataDir, "secrets", "database-app"), "utf8").trim();
    const sql = postgres(url.href, { max: 1, onnotice: () => {} });
    try {
      await sql`insert into audit_entries (act) values ('test.made')`;
      for (const statement of [
        "alter table members add column x text",
        "alter table audit_entries disable trigger all",
        "drop table audit_entries",
        "truncate audit_entries",
        "update audit_entries set act = 'autre'",
        "delete from audit_entries",
        "create table other (id int)",
        "create schema other",
        "create extension citext",
        "create or replace function public.other() returns int language sql as 'select 1'",
        "drop schema pgboss cascade",
        "delete from drizzle.__drizzle_migrations",
        "set session_replication_role = replica",
        `set role ${owner}`,
        "create role other",
        "alter role lefil_app superuser",
        "copy members to program 'cat'",
        "select pg_read_file('/etc/passwd')",
        "select rolpassword from pg_authid",
      ]) {
        await expect(sql.unsafe(statement), statement).rejects.toMatchObject({ code: "42501" });
      }
      expect(await sql`select act from audit_entries where act = 'test.made'`).toHaveLength(1);
    } finally {
      await sql.end();
      await inside.stop();
    }
  });
});
