import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { MINUTE, setClock } from "~/kit/clock.server";
import { found, joinSomeone, openMemberWorld, submit, type MemberWorld } from "./member-world";
import { later } from "./sign-in-stage";
import type { TestBrowser } from "./sign-in-browser";

let world: MemberWorld;
let administrator: TestBrowser;

beforeAll(async () => {
  world = await openMemberWorld();
  administrator = await found(world);
});
afterAll(() => world.close());
afterEach(() => setClock(() => new Date()));

const tokenOf = (browser: TestBrowser): string => browser.cookies.get("__Host-session") ?? "";
const withToken = (token: string): TestBrowser => {
  const browser = world.browser();
  browser.cookies.set("__Host-session", token);
  return browser;
};
const opens = async (browser: TestBrowser): Promise<boolean> => (await browser.get("/reglages")).status === 200;
const devicesOf = (memberId: number) => world.sql`select public_id, replaced_at is not null as replaced from sessions where member_id = ${memberId} order by replaced_at nulls first`;

async function named() {
  const { id, browser } = await joinSomeone(world, administrator);
  const [before] = await devicesOf(id);
  const old = tokenOf(browser);
  await submit(administrator, "/administration/roles", { member: String(id), role: "committee" });
  return { id, browser, old, device: before?.public_id as string };
}

describe("a right that is granted", () => {
  it("gives the browser another token with its next page, and the device keeps its name", async () => {
    const { id, browser, old, device } = await named();
    expect(await opens(browser)).toBe(true);
    expect(tokenOf(browser)).not.toBe(old);
    expect((await browser.get("/comite/membres")).status).toBe(200);
    expect(await devicesOf(id)).toMatchObject([{ public_id: device, replaced: false }, { replaced: true }]);
  });

  it("leaves the old token two minutes for what was under way, and not one more", async () => {
    const { browser, old } = await named();
    await opens(browser);
    expect(await opens(withToken(old))).toBe(true);
    later(2 * MINUTE + 1_000);
    expect(await opens(withToken(old))).toBe(false);
    expect(await opens(browser)).toBe(true);
  });

  it("makes one new session of twenty requests that come together", async () => {
    const { id, old } = await named();
    const answers = await Promise.all(Array.from({ length: 20 }, () => opens(withToken(old))));
    expect(answers.every(Boolean)).toBe(true);
    expect(await devicesOf(id)).toHaveLength(2);
  });

  it("ends the old token with the device, and with the button", async () => {
    const [revoked, left] = [await named(), await named()];
    for (const { browser } of [revoked, left]) await opens(browser);
    await submit(revoked.browser, `/reglages/appareils/${revoked.device}/revocation`);
    await submit(left.browser, "/deconnexion");
    for (const { old, browser } of [revoked, left]) {
      expect(await opens(withToken(old))).toBe(false);
      expect(await opens(browser)).toBe(false);
    }
  });
});
