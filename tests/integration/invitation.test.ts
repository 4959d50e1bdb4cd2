import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { after, DAY, MINUTE, setClock } from "~/kit/clock.server";
import type { ListedInvitation } from "~/features/invitation/queries.server";
import { freshAddress, found, inviteOne, isSignedIn, joinFields, joinSomeone, keyOf, linkTo, memberId, openMemberWorld, stateOf, submit, type MemberWorld } from "./member-world";
import { problemOf, type Answer, type TestBrowser } from "./sign-in-browser";

let world: MemberWorld;
let committee: TestBrowser;

beforeAll(async () => {
  world = await openMemberWorld();
  committee = await found(world);
});
afterAll(() => world.close());
afterEach(() => setClock(() => new Date()));

type Lists = { lists: Record<"pending" | "expired" | "accepted", ListedInvitation[]> };
const listed = async (email: string) => {
  const { lists } = (await committee.get("/comite/invitations")).data as Lists;
  return Object.entries(lists).flatMap(([list, rows]) => rows.filter((row) => row.email === email).map((row) => ({ list, ...row })));
};
const fieldsOf = (answer: Answer) => (problemOf(answer) as { fields?: Record<string, string> }).fields ?? {};
const codeOf = (answer: Answer) => [answer.status, problemOf(answer).code];
const inDays = (days: number, more = 0) => {
  const then = after(new Date(), days * DAY + more);
  setClock(() => then);
};

describe("an invitation", () => {
  it("is read as often as one likes, and changes nothing until its button is pressed", async () => {
    const { email, link } = await inviteOne(world, committee);
    const scanner = world.browser();
    for (const _ of [1, 2, 3]) expect((await scanner.get(link)).status).toBe(200);
    expect(await isSignedIn(scanner)).toBe(false);
    expect(await stateOf(world, email)).toBe("invited");
    const shown = JSON.stringify((await scanner.get(link)).data);
    expect(shown).toContain("Bernard Thibodeau-Roy");
    expect(shown).not.toContain(email);
  });

  it("lets a robot that presses the button no further than a form it cannot fill", async () => {
    const { email, link } = await inviteOne(world, committee);
    const robot = world.browser();
    expect((await robot.post(link)).location).toBe("/inscription");
    expect((await robot.get("/bienvenue")).location).toBe("/inscription");
    expect((await robot.get("/comite/membres")).location).toBe("/inscription");
    const person = world.browser();
    await person.post(link);
    await submit(person, "/inscription", joinFields());
    expect(await isSignedIn(robot)).toBe(false);
    expect(await stateOf(world, email)).toBe("active");
  });

  it("makes a member, with the notice they accepted and a session of their own", async () => {
    const { email, link } = await inviteOne(world, committee);
    const browser = world.browser();
    await browser.post(link);
    const earlier = browser.cookieHeader;
    expect((await submit(browser, "/inscription", joinFields({ name: "Ève Roy" }))).location).toBe("/bienvenue");
    expect(browser.cookieHeader).not.toBe(earlier);
    expect((await browser.get("/bienvenue")).status).toBe(200);
    const [row] = await world.sql`select m.name, m.state, p.notice_version, i.accepted_at is not null as accepted from members m
      join privacy_acknowledgements p on p.member_id = m.id join invitations i on i.member_id = m.id where m.email = ${email}`;
    expect(row).toEqual({ name: "Ève Roy", state: "active", notice_version: joinFields().noticeVersion, accepted: true });
    expect((await listed(email)).map(({ list, name }) => [list, name])).toEqual([["accepted", "Ève Roy"]]);
    expect((await browser.get("/inscription")).location).toBe("/bienvenue");
    expect(codeOf(await world.browser().get(link))).toEqual([404, "invitation.ended"]);
  });

  it("asks for name, title, organisation and notice, and loses nothing that was typed", async () => {
    const { email, link } = await inviteOne(world, committee);
    const browser = world.browser();
    await browser.post(link);
    const answer = await submit(browser, "/inscription", { title: "Éducatrice", name: "", organisation: "", otherOrganisation: "", noticeVersion: "1999-01-01" });
    expect(answer.status).toBe(422);
    expect(Object.keys(fieldsOf(answer)).sort()).toEqual(["name", "notice", "noticeVersion", "organisation"]);
    expect(problemOf(answer).values?.title).toBe("Éducatrice");
    expect((await submit(browser, "/inscription", joinFields({ name: "Ève\nRoy" }))).status).toBe(422);
    expect(codeOf(await submit(browser, "/inscription", joinFields({ state: "active" })))).toEqual([400, "request.malformed"]);
    expect(await stateOf(world, email)).toBe("invited");
  });

  it("is the same page when it is unknown, past its date, withdrawn or used", async () => {
    const { link } = await inviteOne(world, committee);
    inDays(14, MINUTE);
    const expired = await world.browser().get(link);
    const unknown = await world.browser().get(`/invitation/${"x".repeat(43)}`);
    expect(problemOf(expired)).toEqual(problemOf(unknown));
    expect(codeOf(expired)).toEqual([404, "invitation.ended"]);
    expect(codeOf(await world.browser().post(link))).toEqual([404, "invitation.ended"]);
  });

  it("holds for fourteen days, and no form begun in time can be finished after", async () => {
    const { email, link } = await inviteOne(world, committee);
    inDays(14, -MINUTE);
    expect((await world.browser().get(link)).status).toBe(200);
    const browser = world.browser();
    await browser.post(link);
    inDays(14, MINUTE);
    expect(codeOf(await submit(browser, "/inscription", joinFields()))).toEqual([404, "invitation.ended"]);
    expect((await listed(email)).map(({ list }) => list)).toEqual(["expired"]);
    expect(await stateOf(world, email)).toBe("invited");
  });

  it("sent again, holds another fourteen days under another key", async () => {
    const { email, link } = await inviteOne(world, committee);
    inDays(20);
    const [row] = await listed(email);
    expect((await submit(committee, `/comite/invitations/${row?.id}/renvoi`)).status).toBe(303);
    expect(codeOf(await world.browser().get(link))).toEqual([404, "invitation.ended"]);
    await world.deliver();
    expect(linkTo(world, email)).not.toBe(link);
    expect((await world.browser().get(linkTo(world, email))).status).toBe(200);
    expect((await listed(email)).map(({ list }) => list)).toEqual(["pending"]);
  });

  it("withdrawn, opens nothing any more, nor does what it had opened", async () => {
    const { email, link } = await inviteOne(world, committee);
    const browser = world.browser();
    await browser.post(link);
    const [row] = await listed(email);
    expect((await submit(committee, `/comite/invitations/${row?.id}/revocation`)).status).toBe(303);
    expect(await isSignedIn(browser)).toBe(false);
    expect(codeOf(await world.browser().get(link))).toEqual([404, "invitation.ended"]);
    expect(await stateOf(world, email)).toBe("removed");
    expect(codeOf(await submit(committee, `/comite/invitations/${row?.id}/renvoi`))).toEqual([409, "state.moved"]);
    expect((await inviteOne(world, committee, email)).link).not.toBe(link);
  });
});

describe("the form of the committee", () => {
  it("takes several addresses, each once, as mail programs paste them", async () => {
    const [a, b] = [freshAddress(), freshAddress()];
    const answer = await submit(committee, "/comite/invitations", { addresses: `${a}\r\nÈve Roy <${b.toUpperCase()}>; ${a}\r\n` });
    expect(answer.location).toBe("/comite/invitations?envoyees=2&renouvelees=0");
    const again = await submit(committee, "/comite/invitations", { addresses: `${b}\n${freshAddress()}` });
    expect(again.location).toBe("/comite/invitations?envoyees=1&renouvelees=1");
  });

  it("invites nobody when a line is no address, and tells which", async () => {
    const good = freshAddress();
    const answer = await submit(committee, "/comite/invitations", { addresses: `${good}\npas une adresse\n@exemple.test` });
    expect(answer.status).toBe(422);
    expect(Object.keys(fieldsOf(answer)).sort()).toEqual(["addresses", "addresses.2", "addresses.3"]);
    expect(await world.sql`select 1 from members where email = ${good}`).toEqual([]);
  });

  it("invites nobody when an address is a member's, and tells which", async () => {
    const good = freshAddress();
    const answer = await submit(committee, "/comite/invitations", { addresses: `${good}\nBernard@exemple.test` });
    expect(codeOf(answer)).toEqual([409, "invitation.already-member"]);
    expect(fieldsOf(answer)["addresses.2"]).toContain("bernard@exemple.test");
    expect(await world.sql`select 1 from members where email = ${good}`).toEqual([]);
  });

  it("makes one person and one mail out of the same form posted twenty times", async () => {
    const email = freshAddress();
    const fields = { cle: await keyOf(committee), addresses: email };
    const answers = await Promise.all(Array.from({ length: 20 }, () => committee.post("/comite/invitations", fields)));
    expect(new Set(answers.map(({ location }) => location))).toEqual(new Set(["/comite/invitations?envoyees=1&renouvelees=0"]));
    expect(Number((await world.sql`select count(*) from outbox_mails where member_id = ${await memberId(world, email)}`)[0]?.count)).toBe(1);
  });

  it("makes one person of an address that several of the committee invite at once", async () => {
    const email = freshAddress();
    const answers = await Promise.all(Array.from({ length: 8 }, () => submit(committee, "/comite/invitations", { addresses: email.toUpperCase() })));
    expect(answers.filter(({ location }) => location?.includes("envoyees=1")).length).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(8).fill(303));
    expect(await world.sql`select count(*)::int as people from members where email = ${email}`).toEqual([{ people: 1 }]);
    expect(await world.sql`select count(*)::int as open from invitations where member_id = ${await memberId(world, email)}`).toEqual([{ open: 1 }]);
  });

  it("refuses more than it says, a foreign organisation, and an unknown field", async () => {
    const many = Array.from({ length: 51 }, freshAddress).join("\n");
    expect((await submit(committee, "/comite/invitations", { addresses: many })).status).toBe(422);
    expect((await submit(committee, "/comite/invitations", { addresses: freshAddress(), organisation: "999" })).status).toBe(422);
    expect((await submit(committee, "/comite/invitations", { addresses: freshAddress(), manager: "oui" })).status).toBe(422);
    expect((await submit(committee, "/comite/invitations", { addresses: freshAddress(), role: "administrator" })).status).toBe(400);
    expect((await submit(committee, "/comite/invitations/999999/renvoi")).status).toBe(404);
    expect((await submit(committee, "/comite/invitations/-1/revocation")).status).toBe(404);
  });

  it("is not there for members, nor for a foreign form key", async () => {
    const { browser } = await joinSomeone(world, committee);
    expect((await submit(browser, "/comite/invitations", { addresses: freshAddress() })).status).toBe(404);
    expect((await browser.get("/comite/invitations")).status).toBe(404);
    expect(codeOf(await browser.post("/reglages/pause", { cle: await keyOf(committee) }))).toEqual([403, "form.of-another"]);
  });
});

describe("an invited manager", () => {
  it("answers for the organisation once in, and only if it is theirs", async () => {
    const stays = await inviteOne(world, committee, freshAddress(), { organisation: "1", manager: "oui" });
    const moves = await inviteOne(world, committee, freshAddress(), { organisation: "1", manager: "oui" });
    const [a, b] = [world.browser(), world.browser()];
    await a.post(stays.link);
    await b.post(moves.link);
    await submit(a, "/inscription", joinFields());
    await submit(b, "/inscription", joinFields({ organisation: "autre", otherOrganisation: "Joujouthèque du Rang-Double" }));
    const managers = await world.sql<{ email: string }[]>`select m.email from organisation_managers g join members m on m.id = g.member_id`;
    expect(managers.map(({ email }) => email)).toEqual([stays.email]);
  });
});

describe("an organisation that the list lacks", () => {
  it("is named by who joins, found again whatever its capitals, and told to the committee", async () => {
    const other = async (name: string) => {
      const { link } = await inviteOne(world, committee);
      const browser = world.browser();
      await browser.post(link);
      return submit(browser, "/inscription", joinFields({ name: "Nora Quessy", organisation: "autre", otherOrganisation: name }));
    };
    expect((await other("")).status).toBe(422);
    expect((await Promise.all([other("Halte Les Bottines"), other("Halte les bottines")])).map(({ status }) => status)).toEqual([303, 303]);
    const { organisations } = (await committee.get("/comite/organisations")).data as { organisations: { name: string; people: number; named: { by: string } | null }[] };
    const halts = organisations.filter(({ name }) => /bottines/i.test(name));
    expect(halts.map(({ people, named }) => [people, named?.by])).toEqual([[2, "Nora Quessy"]]);
  });
});
