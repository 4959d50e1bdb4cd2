import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { until } from "../support/app-process";
import { Line, announce, ask, openHouse, openStreet, sidOf, type House, type Street } from "./house";

let street: Street;
let houses: [House, House];

beforeEach(async () => {
  street = await openStreet(2);
  houses = [await openHouse(street.appUrl), await openHouse(street.appUrl)];
});
afterEach(async () => {
  for (const house of houses) await house.close();
  await street.close();
});

const idOf = (person: number) => street.people[person]?.memberId ?? 0;
const lineOf = (person: number, house: House) => new Line(house, street.people[person]?.cookie).up();

describe("a right that is gone", () => {
  it("closes the sockets of whoever was removed within two seconds, in every process", async () => {
    const removed = [await lineOf(1, houses[0]), await new Line(houses[1], street.people[1]?.cookie).upgraded()];
    const staying = await lineOf(0, houses[0]);
    await street.owner`update members set state = 'removed' where id = ${idOf(1)}`;
    await announce({ type: "member.rights-changed", id: idOf(1) });
    await until("both to close", () => removed.every((line) => line.closed), 2_000);
    expect(staying.closed).toBe(false);
    expect((await ask(houses[0], "EIO=4&transport=polling", { headers: { Cookie: street.people[1]?.cookie ?? "" } })).status).toBe(403);
    staying.hangUp();
  });

  it("closes one device's sockets when that device alone is signed out", async () => {
    const second = "second-device".padEnd(43, "x");
    await street.owner`insert into sessions (id, member_id, computer, browser, expires_at) select encode(sha256(${second}::bytea), 'hex'), member_id, computer, browser, expires_at from sessions where member_id = ${idOf(1)}`;
    const [kept, signedOut] = [await lineOf(1, houses[0]), await new Line(houses[0], `__Host-session=${second}`).up()];
    await street.owner`delete from sessions where id = encode(sha256(${second}::bytea), 'hex')`;
    await announce({ type: "member.rights-changed", id: idOf(1) });
    await until("the device to be closed", () => signedOut.closed, 2_000);
    expect(kept.closed).toBe(false);
    kept.hangUp();
  });

  it("is found out within the minute even when nobody announced it", async () => {
    const house = await openHouse(street.appUrl, { lookAgainEvery: 200 });
    const [gone, kept] = [await lineOf(1, house), await lineOf(0, house)];
    await street.owner`update sessions set created_at = now() - interval '91 days' where member_id = ${idOf(1)}`;
    await until("the ended session's line to close", () => gone.closed, 2_000);
    expect(kept.closed).toBe(false);
    kept.hangUp();
    await house.close();
  });

  it("takes the community's rooms from a line that may stay", async () => {
    const line = await lineOf(1, houses[0]);
    const other = await lineOf(0, houses[0]);
    await street.owner`update members set state = 'invited' where id = ${idOf(1)}`;
    await announce({ type: "member.rights-changed", id: idOf(1) });
    await until("the line to stop hearing", async () => {
      const before = line.rings().length;
      const heard = other.rings().length;
      await announce({ type: "thread.moved", id: street.threadId });
      await until("the other to hear", () => other.rings().length > heard, 2_000);
      return line.rings().length === before;
    }, 3_000);
    expect(line.closed).toBe(false);
    for (const one of [line, other]) one.hangUp();
  });
});

describe("too many sockets", () => {
  it("closes the oldest of a browser that has twelve, and tells it not to come back", async () => {
    const lines: Line[] = [];
    for (let tab = 0; tab < 13; tab += 1) lines.push(await lineOf(1, houses[0]));
    await until("the oldest to give way", () => lines[0]?.closed === true, 2_000);
    expect(lines[0]?.count("crowded")).toBe(1);
    expect(lines.slice(1).some((line) => line.closed)).toBe(false);
    for (const line of lines) line.hangUp();
  });
});

describe("the end of a process", () => {
  it("says goodbye, closes its lines, and takes no new one", async () => {
    const lines = [await lineOf(0, houses[0]), await new Line(houses[0], street.people[1]?.cookie).upgraded()];
    void houses[0].hub.close();
    await until("the lines to close", () => lines.every((line) => line.closed), 2_000);
    for (const line of lines) expect(line.count("bye")).toBe(1);
    expect((await ask(houses[0], "EIO=4&transport=polling", { headers: { Cookie: street.people[0]?.cookie ?? "" } })).status).toBe(403);
    const elsewhere = await ask(houses[1], "EIO=4&transport=polling", { headers: { Cookie: street.people[0]?.cookie ?? "" } });
    expect(sidOf(elsewhere)).not.toBe("");
  });
});
