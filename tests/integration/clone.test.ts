import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cloneDatabase, type TestDatabase } from "../support/postgres";

const opened: postgres.Sql[] = [];
const made: TestDatabase[] = [];

function open(url: string): postgres.Sql {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  opened.push(sql);
  return sql;
}

async function clone(): Promise<TestDatabase> {
  const database = await cloneDatabase();
  made.push(database);
  return database;
}

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([clone(), clone()]);
});

afterAll(async () => {
  for (const sql of opened) await sql.end({ timeout: 1 });
  for (const database of made) await database.drop();
});

it("gives each test file a migrated database that others do not see", async () => {
  const [one, two] = [open(first.ownerUrl), open(second.ownerUrl)];
  await one`insert into organisations (name) values ('Maison des tests')`;
  expect(await one`select count(*)::int as count from organisations`).toEqual([{ count: 1 }]);
  expect(await two`select count(*)::int as count from organisations`).toEqual([{ count: 0 }]);
});

it("gives the application's role what it needs and nothing more", async () => {
  const app = open(first.appUrl);
  expect(await app`select current_user = 'lefil_app' as app`).toEqual([{ app: true }]);
  await app`insert into organisations (name) values ('Autre maison')`;
  await expect(app`create table mine (id int)`).rejects.toThrow(/permission denied/);
  await expect(app`update audit_entries set at = at`).rejects.toThrow(/permission denied/);
});

it("drops a database that somebody is still connected to", async () => {
  const database = await clone();
  const sql = open(database.ownerUrl);
  await sql`select 1`;
  await database.drop();
  await expect(open(database.ownerUrl)`select 1`).rejects.toThrow(/does not exist/);
});
