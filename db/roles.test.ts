import { mkdtemp, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type EmbeddedDatabase, startEmbedded } from "./embedded.server";
import { withOwner, underMigrationLock } from "./owner-connection.server";
import { ensureAppRole } from "./roles.server";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const REFUSED = { code: "42501" };
let root: string;
let server: EmbeddedDatabase;
let owner: postgres.Sql;
let app: postgres.Sql;
let passwordFile: string;

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "lefil-roles-")));
  passwordFile = join(root, "secrets/database-app");
  server = await startEmbedded({ directory: join(root, "postgres"), log: () => {} });
  owner = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
  await owner.unsafe(`
    create schema pgboss;
    create table pgboss.job (n int);
    create function pgboss.answer() returns int language sql as 'select 42';
    revoke execute on function pgboss.answer() from public;
    grant create on schema public to public;
    create table letters (id int generated always as identity primary key, n int);
    create table numbered (id serial primary key, n int);
    create table audit_entries (n int);`);
  app = open((await ensure())?.appUrl);
});

afterAll(async () => {
  await app?.end();
  await owner?.end();
  await server?.stop();
  await rm(root, { recursive: true, force: true });
});

const open = (url = "") => postgres(url, { max: 1, onnotice: () => {} });
const ensure = () => ensureAppRole({ ownerUrl: server.ownerUrl, passwordFile, appendOnly: ["audit_entries", "not_made_yet"] });

test("the role reads and writes rows, takes numbers and runs the functions of the queue", async () => {
  await app`insert into letters (n) values (1)`;
  await app`insert into numbered (n) values (1)`;
  await app`update numbered set n = 2`;
  await app`insert into pgboss.job values (1)`;
  expect(await app`select pgboss.answer() as answer`).toEqual([{ answer: 42 }]);
  expect(await app`delete from numbered returning n`).toEqual([{ n: 2 }]);
});

test.each([
  ["alter a table", "alter table letters add column more int"],
  ["drop a table", "drop table letters"],
  ["empty a table", "truncate letters"],
  ["create a table", "create table mine (n int)"],
  ["create a table in the queue's schema", "create table pgboss.mine (n int)"],
  ["create a schema", "create schema mine"],
  ["create a role", "create role another"],
  ["create a database", "create database another"],
  ["set a sequence back", "select setval('numbered_id_seq', 1)"],
  ["change an append-only row", "update audit_entries set n = 2"],
  ["delete an append-only row", "delete from audit_entries"],
  ["read the server's files", "select pg_read_file('postgresql.conf')"],
])("the role may not %s", async (_what, statement) => {
  await expect(app.unsafe(statement)).rejects.toMatchObject(REFUSED);
});

test("the role adds to and reads an append-only table", async () => {
  await app`insert into audit_entries values (1)`;
  expect(await app`select n from audit_entries`).toEqual([{ n: 1 }]);
});

test("tables made later are open to the role, and append-only from the next start", async () => {
  await owner`create table not_made_yet (n int)`;
  await app`insert into not_made_yet values (1)`;
  await ensure();
  await expect(app`update not_made_yet set n = 2`).rejects.toMatchObject(REFUSED);
});

test("rights given by hand are taken back at the next start", async () => {
  await owner`grant truncate, update on audit_entries to lefil_app`;
  await owner`alter role lefil_app createdb`;
  await ensure();
  await expect(app`update audit_entries set n = 2`).rejects.toMatchObject(REFUSED);
  await expect(app`create database another`).rejects.toMatchObject(REFUSED);
});

test("the password is kept for its owner alone, and a folder brought back with another one works", async () => {
  const first = (await readFile(passwordFile, "utf8")).trim();
  expect((await stat(passwordFile)).mode & 0o777).toBe(0o600);
  await writeFile(passwordFile, "from-another-copy\n");
  const again = open((await ensure())?.appUrl);
  expect(await again`select current_user as name`).toEqual([{ name: "lefil_app" }]);
  await again.end();
  const old = new URL(server.ownerUrl);
  [old.username, old.password] = ["lefil_app", first];
  await expect(open(old.href)`select 1`).rejects.toMatchObject({ code: "28P01" });
});

test("many starts together, on one database and on others of the same server, all end well", async () => {
  const names = ["one", "two", "three"];
  for (const name of names) await owner`create database ${owner(name)}`;
  await owner.unsafe("drop owned by lefil_app; drop role lefil_app");
  const urls = names.flatMap((name) => {
    const url = new URL(server.ownerUrl);
    url.pathname = name;
    return [url.href, url.href, url.href];
  });
  const results = await Promise.all(urls.map((ownerUrl) => ensureAppRole({ ownerUrl, passwordFile })));
  for (const result of results) {
    const sql = open(result?.appUrl);
    expect(await sql`select current_user as name`).toEqual([{ name: "lefil_app" }]);
    await sql.end();
  }
});

test("it goes along with a lock already held for the same database", async () => {
  const both = withOwner(server.ownerUrl, (sql) => underMigrationLock(sql, ensure));
  await expect(both).resolves.toMatchObject({ appUrl: expect.stringContaining("lefil_app") });
});

test("an owner who may not make roles gets null, and the role once it may", async () => {
  await owner`create role tenant login password 'tenant'`;
  await owner`create database tenancy owner tenant`;
  const url = new URL(server.ownerUrl);
  [url.username, url.password, url.pathname] = ["tenant", "tenant", "tenancy"];
  await expect(ensureAppRole({ ownerUrl: url.href, passwordFile: join(root, "tenant"), role: "tenant_app" })).resolves.toBeNull();
  await owner`alter role tenant createrole`;
  const allowed = await ensureAppRole({ ownerUrl: url.href, passwordFile: join(root, "tenant"), role: "tenant_app" });
  const sql = open(allowed?.appUrl);
  expect(await sql`select current_user as name`).toEqual([{ name: "tenant_app" }]);
  await sql.end();
});
