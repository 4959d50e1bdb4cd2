import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "../support/app-process";
import { Line, UPGRADE, announce, ask, openHouse, openStreet, sidOf, type House, type Street } from "./house";

let street: Street;
let house: House;
let cookie: string;
const evil = "https://evil.example";
const polling = "EIO=4&transport=polling";
const websocket = "EIO=4&transport=websocket";

beforeAll(async () => {
  street = await openStreet();
  house = await openHouse(street.appUrl);
  cookie = street.people[0]?.cookie ?? "";
});
afterAll(async () => {
  await house.close();
  await street.close();
});

describe("where a socket may come from", () => {
  it("refuses another site on both transports, whoever's cookie it carries", async () => {
    expect((await ask(house, polling, { headers: { Cookie: cookie, Origin: evil } })).status).toBe(403);
    expect((await ask(house, websocket, { headers: { ...UPGRADE, Cookie: cookie, Origin: evil } })).status).not.toBe(101);
  });

  it("refuses what only resembles our origin", async () => {
    for (const origin of ["null", house.origin.replace("http:", "https:"), `${house.origin}.evil.example`, house.origin.replace(/:\d+/, ":1")]) {
      expect((await ask(house, polling, { headers: { Cookie: cookie, Origin: origin } })).status).toBe(403);
      expect((await ask(house, websocket, { headers: { ...UPGRADE, Cookie: cookie, Origin: origin } })).status).not.toBe(101);
    }
  });

  it("refuses an upgrade that does not say where it comes from", async () => {
    expect((await ask(house, websocket, { headers: { ...UPGRADE, Cookie: cookie } })).status).not.toBe(101);
  });

  it("refuses what the browser itself calls another site", async () => {
    expect((await ask(house, polling, { headers: { Cookie: cookie, "Sec-Fetch-Site": "cross-site" } })).status).toBe(403);
    expect((await ask(house, polling, { headers: { Cookie: cookie, "Sec-Fetch-Site": "same-site", Origin: house.origin } })).status).toBe(403);
  });

  it("accepts our own pages on both transports, and a polling GET without Origin, as browsers send it", async () => {
    expect((await ask(house, polling, { headers: { Cookie: cookie } })).status).toBe(200);
    expect((await ask(house, polling, { headers: { Cookie: cookie, Origin: house.origin, "Sec-Fetch-Site": "same-origin" } })).status).toBe(200);
    expect((await ask(house, websocket, { headers: { ...UPGRADE, Cookie: cookie, Origin: house.origin } })).status).toBe(101);
  });

  it("looks at every request of a line that is open, its upgrade included", async () => {
    const sid = sidOf(await ask(house, polling, { headers: { Cookie: cookie } }));
    expect((await ask(house, `${polling}&sid=${sid}`, { method: "POST", body: "40", headers: { Origin: evil, "Content-Type": "text/plain" } })).status).toBe(403);
    expect((await ask(house, `${websocket}&sid=${sid}`, { headers: { ...UPGRADE, Origin: evil } })).status).not.toBe(101);
    expect((await ask(house, `${websocket}&sid=${sid}`, { headers: UPGRADE })).status).not.toBe(101);
  });

  it("speaks to our own pages on both transports", async () => {
    const byPolling = await new Line(house, cookie, { transports: ["polling"] }).up();
    const byUpgrade = await new Line(house, cookie).upgraded();
    await announce({ type: "thread.moved", id: street.threadId });
    await until("both to hear", () => byPolling.rings().length === 1 && byUpgrade.rings().length === 1, 3_000);
    byPolling.hangUp();
    byUpgrade.hangUp();
  });
});

describe("who may open a socket", () => {
  it("refuses a visitor, a broken cookie, and a session that ended", async () => {
    const [, ended] = street.people;
    await street.owner`update sessions set last_seen_at = now() - interval '31 days' where member_id = ${ended?.memberId ?? 0}`;
    for (const who of [undefined, "__Host-session=", "__Host-session=%%%;=;", `__Host-session=${"x".repeat(4_000)}`, ended?.cookie]) {
      const answer = await ask(house, polling, who === undefined ? {} : { headers: { Cookie: who } });
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.text)).toEqual({ code: 4, message: "signed-out" });
    }
  });

  it("keeps nobody signed in: a line moves neither last_seen_at nor expires_at", async () => {
    const person = street.people[2];
    const times = () => street.owner`select last_seen_at, expires_at from sessions where member_id = ${person?.memberId ?? 0}`;
    await street.owner`update sessions set last_seen_at = now() - interval '2 days', expires_at = now() + interval '3 days' where member_id = ${person?.memberId ?? 0}`;
    const before = await times();
    const line = await new Line(house, person?.cookie).upgraded();
    line.hangUp();
    expect(await times()).toEqual(before);
  });

  it("lets nobody in while the database is away", async () => {
    house.ready = false;
    const answer = await ask(house, polling, { headers: { Cookie: cookie } });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([403, { code: 4, message: "closed" }]);
    house.ready = true;
    expect((await ask(house, polling, { headers: { Cookie: cookie } })).status).toBe(200);
  });

  it("answers with headers that keep it out of caches, and serves no script", async () => {
    const answer = await ask(house, polling, { headers: { Cookie: cookie } });
    expect(answer.headers).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
    expect((await ask(house, "", { path: "/socket.io/socket.io.js" })).status).toBe(400);
  });
});

describe("a trial from the diagnostic page", () => {
  const trial = { namespace: "/diagnostic", query: { essai: "1" } };

  it("hears the server on both transports without being signed in, and hears nothing else", async () => {
    const lines = [await new Line(house, undefined, { ...trial, transports: ["polling"] }).up(), await new Line(house, undefined, trial).upgraded()];
    const member = await new Line(house, cookie).up();
    await until("the hello that follows the upgrade", () => lines[1]?.count("hello") === 2, 3_000);
    await announce({ type: "thread.moved", id: street.threadId }, { type: "todo.changed", id: street.people[0]?.memberId ?? 0 });
    await until("the member to hear", () => member.rings().length === 2, 3_000);
    for (const line of lines) expect(line.heard.every(({ word }) => word === "hello")).toBe(true);
    for (const line of [...lines, member]) line.hangUp();
  });

  it("is no way in: the other door stays shut, and a person's line is no trial", async () => {
    const sneaking = new Line(house, cookie, { query: { essai: "1" } });
    await until("a refusal", () => sneaking.refusal !== undefined, 3_000);
    expect(sneaking.refusal?.message).toBe("closed");
    const misplaced = new Line(house, cookie, { namespace: "/diagnostic" });
    await until("a refusal", () => misplaced.refusal !== undefined, 3_000);
    for (const line of [sneaking, misplaced]) line.hangUp();
  });

  it("comes from our own pages only", async () => {
    expect((await ask(house, `${polling}&essai=1`, { headers: { Origin: evil } })).status).toBe(403);
    expect((await ask(house, `${websocket}&essai=1`, { headers: UPGRADE })).status).not.toBe(101);
  });

  it("holds ten lines of one network at most, and makes room when they close", async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask(house, `${polling}&essai=1`)));
    const open = answers.filter(({ status }) => status === 200);
    expect(open.length).toBeGreaterThan(0);
    expect(open.length).toBeLessThanOrEqual(10);
    for (const answer of open) await ask(house, `${polling}&sid=${sidOf(answer)}`, { method: "POST", body: "1", headers: { "Content-Type": "text/plain" } });
    expect((await ask(house, `${polling}&essai=1`)).status).toBe(200);
  });
});
