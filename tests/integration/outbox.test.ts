import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cleanUp } from "~/features/worker.server";
import { found, freshAddress, joinSomeone, openMemberWorld, submit, type MemberWorld } from "./member-world";
import type { TestBrowser } from "./sign-in-browser";

const LIST = "/administration/courriels";

let world: MemberWorld;
let administrator: TestBrowser;

beforeEach(async () => {
  world = await openMemberWorld();
  administrator = await found(world);
});
afterEach(() => world.close());

/** Invites somebody whose address the relay has refused each time. */
async function park(reason = "EENVELOPE 550"): Promise<{ id: string; email: string }> {
  const email = freshAddress();
  await submit(administrator, "/comite/invitations", { addresses: email });
  const [row] = await world.sql`update outbox_mails o set attempts = 8, last_error = ${reason}, parked_at = now() from members m
    where m.id = o.member_id and m.email = ${email} returning o.id`;
  return { id: String(row?.id), email };
}

type Listed = { id: string; kind: string; email: string; why: string; resendable: boolean };
const listed = async () => ((await administrator.get(LIST)).data as { mails: Listed[] }).mails;
const state = async (id: string) => (await world.sql`select attempts, last_error, parked_at, sent_at from outbox_mails where id = ${id}`)[0];
const jobs = async (id: string) => Number((await world.sql`select count(*) as n from pgboss.job where name = 'mail.send' and data->>'mailId' = ${id}`)[0]?.n);

describe("the mails that could not leave", () => {
  it("are listed for the administration with why, and without those that nobody needs any more", async () => {
    const refused = await park();
    await park("no longer needed");
    await park("member gone");
    expect(await listed()).toEqual([expect.objectContaining({ id: refused.id, kind: "Invitation", email: refused.email, why: "Le relais de courriel a refusé cette adresse. Vérifiez-la.", resendable: true })]);
  });

  it("leave again at the press of a button, and reach the person once", async () => {
    const { id, email } = await park();
    const before = await jobs(id);
    const answer = await submit(administrator, `${LIST}/${id}/renvoi`);
    expect([answer.status, answer.location]).toEqual([303, `${LIST}?fait=renvoi`]);
    expect(await jobs(id)).toBe(before + 1);
    expect(await listed()).toEqual([]);
    await world.deliver();
    expect(world.mails.filter(({ to }) => to.address === email)).toHaveLength(1);
    expect((await world.sql`select act from audit_entries order by id desc limit 1`)[0]?.act).toBe("mail.resent");
  });

  it("leave once when the button was pressed in two tabs", async () => {
    const { id } = await park();
    const before = await jobs(id);
    const answers = await Promise.all([1, 2].map(() => submit(administrator, `${LIST}/${id}/renvoi`)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await jobs(id)).toBe(before + 1);
  });

  it("leave all at once when the relay is back", async () => {
    const [one, other] = [await park("ECONNECTION"), await park("waited too long")];
    expect((await submit(administrator, `${LIST}/renvoi`)).location).toBe(`${LIST}?fait=renvois`);
    expect([await state(one.id), await state(other.id)]).toEqual([expect.objectContaining({ parked_at: null }), expect.objectContaining({ parked_at: null })]);
    await world.deliver();
    expect(world.mails).toHaveLength(2);
  });

  it("are not sent again when they were codes, whose person asks for another", async () => {
    const { id } = await park();
    await world.sql`update outbox_mails set kind = 'sign-in-code' where id = ${id}`;
    expect(await listed()).toEqual([expect.objectContaining({ id, resendable: false })]);
    expect((await submit(administrator, `${LIST}/${id}/renvoi`)).status).toBe(404);
    await submit(administrator, `${LIST}/renvoi`);
    expect((await state(id))?.parked_at).not.toBeNull();
  });

  it("are nobody else's to see or to send", async () => {
    const { id } = await park();
    const { browser } = await joinSomeone(world, administrator);
    expect([(await browser.get(LIST)).status, (await submit(browser, `${LIST}/${id}/renvoi`)).status, (await submit(browser, `${LIST}/renvoi`)).status]).toEqual([404, 404, 404]);
    expect((await state(id))?.parked_at).not.toBeNull();
  });

  it.each(["00000000-0000-4000-8000-000000000000", "12", "x".repeat(36)])("under the unknown number %s are absent", async (id) => {
    expect((await submit(administrator, `${LIST}/${id}/renvoi`)).status).toBe(404);
  });

  it("are forgotten after 30 days", async () => {
    const { id } = await park();
    await world.sql`update outbox_mails set parked_at = now() - interval '31 days' where id = ${id}`;
    expect(await listed()).toEqual([]);
    await cleanUp();
    expect(await state(id)).toBeUndefined();
  });
});
