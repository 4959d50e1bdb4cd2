import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inTransaction } from "~/kit/transaction.server";
import { until } from "../support/app-process";
import { Line, announce, inviteGuest, openHouse, openStreet, type House, type Street } from "./house";

/** Long enough for a ring that should not come to have come. */
const QUIET = 400;

let street: Street;
let houses: [House, House];

beforeAll(async () => {
  street = await openStreet(3);
  houses = [await openHouse(street.appUrl), await openHouse(street.appUrl)];
});
afterAll(async () => {
  for (const house of houses) await house.close();
  await street.close();
});

const lineOf = (person: number, house = houses[0]) => new Line(house, street.people[person]?.cookie).up();

it("rings after the commit, and not before it", async () => {
  const line = await lineOf(0);
  await inTransaction(async (tx) => {
    tx.announce({ type: "thread.moved", id: street.threadId });
    await pause(QUIET);
    expect(line.rings()).toEqual([]);
  });
  await until("the ring", () => line.rings().length === 1, 2_000);
  line.hangUp();
});

it("never rings after a rollback", async () => {
  const line = await lineOf(0);
  const failed = inTransaction(async (tx) => {
    tx.announce({ type: "thread.moved", id: street.threadId });
    throw new Error("changed my mind");
  });
  await expect(failed).rejects.toThrow("changed my mind");
  await pause(QUIET);
  expect(line.rings()).toEqual([]);
  line.hangUp();
});

it("carries the kind and the number, and nothing else, on either transport", async () => {
  const lines = [await lineOf(0), await new Line(houses[0], street.people[1]?.cookie).upgraded()];
  await announce({ type: "thread.moved", id: street.threadId });
  await until("the rings", () => lines.every((line) => line.rings().length === 1), 2_000);
  for (const line of lines) {
    expect(line.heard.filter(({ word }) => word !== "hello")).toEqual([{ word: "ring", said: [{ type: "thread.moved", id: street.threadId }] }]);
    line.hangUp();
  }
});

it("rings the sockets of every process on the database", async () => {
  const lines = [await lineOf(0, houses[0]), await lineOf(1, houses[1])];
  await announce({ type: "thread.moved", id: street.threadId });
  await until("both to hear", () => lines.every((line) => line.rings().length === 1), 3_000);
  for (const line of lines) line.hangUp();
});

it("rings a person alone for what is theirs, and nobody for what is for the server", async () => {
  const [mine, other] = [await lineOf(0), await lineOf(1)];
  const id = street.people[0]?.memberId ?? 0;
  await announce({ type: "todo.changed", id }, { type: "mail.queued", id: 0 }, { type: "member.rights-changed", id });
  await until("the ring", () => mine.rings().length === 1, 2_000);
  await pause(QUIET);
  expect(mine.rings()).toEqual([{ type: "todo.changed", id }]);
  expect(other.rings()).toEqual([]);
  for (const line of [mine, other]) line.hangUp();
});

it("lets a guest hear of their thread alone, and only until their date", async () => {
  const guest = await inviteGuest(street, street.threadId, new Date(Date.now() + 3_600_000));
  const [another] = await street.owner`insert into threads (title, author_id, last_author_id) values ('Un autre fil', ${street.people[0]?.memberId ?? 0}, ${street.people[0]?.memberId ?? 0}) returning id`;
  const [line, member] = [await new Line(houses[0], guest.cookie).up(), await lineOf(0)];
  const hear = async (id: number) => {
    const before = member.rings().length;
    await announce({ type: "thread.moved", id });
    await until("the member to hear", () => member.rings().length > before, 2_000);
    await pause(QUIET);
  };
  await hear(Number(another?.id));
  expect(line.rings()).toEqual([]);
  await hear(street.threadId);
  expect(line.rings()).toEqual([{ type: "thread.moved", id: street.threadId }]);

  await street.owner`update thread_guests set until = now() - interval '1 minute' where member_id = ${guest.memberId}`;
  await announce({ type: "member.rights-changed", id: guest.memberId });
  await pause(QUIET);
  await hear(street.threadId);
  expect(line.rings()).toHaveLength(1);
  for (const one of [line, member]) one.hangUp();
});

it("rings a busy thread at most a few times a second, and once after its last change", async () => {
  const line = await lineOf(0);
  for (let change = 0; change < 40; change += 1) {
    await announce({ type: "thread.moved", id: street.threadId });
    await pause(20);
  }
  const last = performance.now();
  await pause(QUIET);
  const rings = line.rings().length;
  expect(rings).toBeGreaterThanOrEqual(2);
  expect(rings).toBeLessThan(40);
  expect(performance.now() - last).toBeLessThan(2_000);
  line.hangUp();
});

it("speaks again after an upgrade, so that a line that froze is known", async () => {
  const line = await new Line(houses[0], street.people[0]?.cookie).upgraded();
  await until("the second hello", () => line.count("hello") === 2, 2_000);
  line.hangUp();
});

it("passes over what is not in the catalogue, whoever puts it on the channel", async () => {
  const line = await lineOf(0);
  for (const payload of ["{", "null", "[]", '{"type":"toString","id":1}', '{"type":"thread.moved","id":"1"}', '{"type":"unknown","id":1}', "beat 0"]) {
    await street.owner`select pg_notify('le_fil', ${payload})`;
  }
  await announce({ type: "thread.moved", id: street.threadId });
  await until("the ring", () => line.rings().length > 0, 2_000);
  expect(line.rings()).toEqual([{ type: "thread.moved", id: street.threadId }]);
  line.hangUp();
});
