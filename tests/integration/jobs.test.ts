import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, openDatabase } from "#db/client.server";
import { startJobs, stopJobs } from "~/kit/jobs.server";
import { openLog } from "~/kit/log.server";
import { inTransaction } from "~/kit/transaction.server";
import { FaultProxy } from "../support/fault-proxy";
import { cloneDatabase, type TestDatabase } from "../support/postgres";

let database: TestDatabase;
let proxy: FaultProxy;

beforeAll(async () => {
  openLog("silent");
  database = await cloneDatabase();
  const { hostname, port } = new URL(database.appUrl);
  proxy = await new FaultProxy({ host: hostname, port: Number(port) }).open();
});

afterAll(async () => {
  await stopJobs();
  closeDatabase();
  await proxy.close();
  await database.drop();
});

it("works through the queue although the database did not let it in at first", async () => {
  const behind = new URL(database.appUrl);
  behind.port = String(proxy.port);
  await proxy.set("refuse");
  const done = new Promise<string>((resolve) => {
    void startJobs(behind.href, { "mail.send": async ([{ mailId }]) => resolve(mailId), "notification.spread": async () => {}, "survey.tell": async () => {}, "signing.tell": async () => {}, "summary.queue": async () => {}, "search.learn": async () => {}, "document.read": async () => {}, "archive.read": async () => {}, "archive.sweep": async () => {}, "seat.lapse": async () => {}, "meeting.changed": async () => {}, "meeting.tick": async () => {}, "night.clean": async () => {} });
  });
  openDatabase(database.appUrl);
  await inTransaction((tx) => tx.enqueue("mail.send", { mailId: "the first" }));
  await proxy.set("pass");
  expect(await done).toBe("the first");
});
