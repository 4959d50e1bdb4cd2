import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { after, MINUTE, setClock } from "~/kit/clock.server";
import { MOST_ADDRESSES, MOST_PER_HOUR } from "~/features/invitation/model";
import { found, freshAddress, joinSomeone, openMemberWorld, submit, type MemberWorld } from "./member-world";
import { problemOf, type TestBrowser } from "./sign-in-browser";

let world: MemberWorld;
let committee: TestBrowser;

beforeAll(async () => {
  world = await openMemberWorld();
  committee = await found(world);
});
afterAll(() => world.close());
afterEach(() => setClock(() => new Date()));

const addresses = (count: number): string => Array.from({ length: count }, freshAddress).join("\n");
const invite = (by: TestBrowser, count: number) => submit(by, "/comite/invitations", { addresses: addresses(count) });
const sent = async () => Number((await world.sql`select count(*) as n from audit_entries where act = 'invitation.sent'`)[0]?.n);

it("lets one person invite 200 people within an hour, in forms posted at once too, and then says when", async () => {
  for (let form = 1; form < MOST_PER_HOUR / MOST_ADDRESSES; form += 1) expect((await invite(committee, MOST_ADDRESSES)).status).toBe(303);
  const atOnce = await Promise.all([invite(committee, 30), invite(committee, 30)]);
  expect(atOnce.map(({ status }) => status).sort()).toEqual([303, 429]);
  expect(await sent()).toBe(180);

  const typed = addresses(21);
  const refused = await submit(committee, "/comite/invitations", { addresses: typed });
  expect([refused.status, problemOf(refused).code, problemOf(refused).values?.addresses]).toEqual([429, "rate.exceeded", typed]);
  expect(problemOf(refused).retryAfter).toBeGreaterThan(3_000);
  expect(problemOf(refused).retryAfter).toBeLessThanOrEqual(3_600);
  expect(await sent()).toBe(180);
  expect((await invite(committee, 20)).status).toBe(303);

  // To send again counts as well; somebody else has their own number.
  const [open] = await world.sql`select id from invitations limit 1`;
  expect((await submit(committee, `/comite/invitations/${open?.id}/renvoi`)).status).toBe(429);

  const later = after(new Date(), 61 * MINUTE);
  setClock(() => later);
  expect((await invite(committee, 1)).status).toBe(303);
  const other = await joinSomeone(world, committee);
  await world.sql`insert into member_roles (member_id, role) values (${other.id}, 'committee')`;
  expect((await invite(other.browser, MOST_ADDRESSES)).status).toBe(303);
});
