import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ListedPerson } from "~/features/member/queries.server";
import { freshAddress, found, inviteOne, isSignedIn, joinFields, joinSomeone, keyOf, openMemberWorld, stateOf, submit, type MemberWorld } from "./member-world";
import { problemOf, type Answer, type TestBrowser } from "./sign-in-browser";

let world: MemberWorld;
let committee: TestBrowser;

beforeAll(async () => {
  world = await openMemberWorld();
  committee = await found(world);
});
afterAll(() => world.close());

const codeOf = (answer: Answer) => [answer.status, problemOf(answer).code];
const fieldsOf = (answer: Answer) => Object.keys((problemOf(answer) as { fields?: object }).fields ?? {});
const person = async (id: number) => ((await committee.get(`/comite/membres/${id}`)).data as { person: ListedPerson & { reason: string | null } }).person;
const actsOn = async (id: number): Promise<string[]> => (await world.sql<{ act: string }[]>`select act from audit_entries where subject_id = ${id} order by id`).map(({ act }) => act);

describe("a member of the community", () => {
  it("changes their own name, title and organisations", async () => {
    const { id, browser } = await joinSomeone(world, committee);
    const added = await submit(committee, "/comite/organisations", { name: "CPE Les Cerfs-volants" });
    const organisation = /#organisation-(\d+)$/.exec(added.location ?? "")?.[1] ?? "";
    expect((await submit(browser, "/reglages/profil", { name: "Ève Roy", title: "Directrice", organisations: organisation })).location).toBe("/reglages?fait=profil");
    const { name, title, organisations } = await person(id);
    expect([name, title, organisations.map((o) => o.name)]).toEqual(["Ève Roy", "Directrice", ["CPE Les Cerfs-volants"]]);
  });

  it("is told what a profile lacks, and cannot belong to an organisation that does not exist", async () => {
    const { browser } = await joinSomeone(world, committee);
    expect(fieldsOf(await submit(browser, "/reglages/profil", { name: "", title: "Directrice" })).sort()).toEqual(["name", "organisations"]);
    expect(fieldsOf(await submit(browser, "/reglages/profil", { name: "Ève\r\nRoy", title: "x", organisations: "1" }))).toEqual(["name"]);
    expect(fieldsOf(await submit(browser, "/reglages/profil", { name: "Ève Roy", title: "x", organisations: "987654" }))).toEqual(["organisations"]);
    expect(codeOf(await submit(browser, "/reglages/profil", { name: "Ève Roy", title: "x", organisations: "1", email: "autre@exemple.test" }))).toEqual([400, "request.malformed"]);
  });

  it("takes a break, reads on without writing, and comes back", async () => {
    const { email, browser } = await joinSomeone(world, committee);
    expect((await submit(browser, "/reglages/pause")).location).toBe("/reglages?fait=pause");
    expect(await stateOf(world, email)).toBe("paused");
    expect((await browser.get("/reglages")).status).toBe(200);
    expect((await submit(browser, "/reglages/profil", { name: "Ève Roy", title: "Éducatrice", organisations: "1" })).status).toBe(303);
    expect((await submit(browser, "/reglages/reprise")).location).toBe("/reglages?fait=reprise");
    expect(await stateOf(world, email)).toBe("active");
  });

  it("cannot do the committee's work while paused, though the role is kept", async () => {
    const { id, browser } = await joinSomeone(world, committee);
    await submit(committee, "/administration/roles", { member: String(id), role: "committee" });
    await submit(browser, "/reglages/pause");
    expect((await browser.get("/comite/membres")).status).toBe(200);
    expect(codeOf(await submit(browser, "/comite/organisations", { name: "CPE Les Bonhommes" }))).toEqual([403, "member.paused"]);
  });

  it("leaves: every session ends, the drafts go, the name stays, and no role waits for a return", async () => {
    const { id, email, browser } = await joinSomeone(world, committee, "Nora Quessy");
    await submit(committee, "/administration/roles", { member: String(id), role: "committee" });
    await submit(committee, `/comite/membres/${id}/gestion`, { organisation: "1" });
    await world.sql`insert into drafts (member_id, body) values (${id}, 'Un début')`;
    const answer = await submit(browser, "/reglages/depart");
    expect(answer.location).toBe("/connexion");
    expect(await isSignedIn(browser)).toBe(false);
    const [row] = await world.sql`select m.name, m.state, (select count(*)::int from member_roles where member_id = m.id) as roles,
      (select count(*)::int from organisation_managers where member_id = m.id) as managed, (select count(*)::int from drafts where member_id = m.id) as drafts from members m where m.email = ${email}`;
    expect(row).toEqual({ name: "Nora Quessy", state: "left", roles: 0, managed: 0, drafts: 0 });
  });

  it("who left comes back on invitation, to the same row and without the roles", async () => {
    const { id, email, browser } = await joinSomeone(world, committee, "Nora Quessy");
    await submit(browser, "/reglages/depart");
    const { link } = await inviteOne(world, committee, email);
    const again = world.browser();
    await again.post(link);
    const { values } = (await again.get("/inscription")).data as { values: { name: string } };
    expect(values.name).toBe("Nora Quessy");
    await submit(again, "/inscription", joinFields({ name: "Nora Quessy-Roy" }));
    expect((await person(id)).name).toBe("Nora Quessy-Roy");
    expect(await actsOn(id)).toEqual(["invitation.sent", "session.started", "invitation.accepted", "session.started", "member.left", "invitation.sent", "session.started", "invitation.accepted", "session.started"]);
  });
});

describe("a removal", () => {
  it("ends every session at once, keeps its reason, and can be undone", async () => {
    const { id, email, browser } = await joinSomeone(world, committee);
    expect((await submit(committee, `/comite/membres/${id}/retrait`, { reason: "mistake" })).location).toBe(`/comite/membres/${id}?fait=retrait`);
    expect(await isSignedIn(browser)).toBe(false);
    expect(await world.sql`select 1 from sessions where member_id = ${id}`).toEqual([]);
    expect((await browser.get("/reglages")).location).toBe("/connexion?retour=%2Freglages");
    expect(await person(id)).toMatchObject({ state: "removed", reason: "mistake" });
    expect((await submit(committee, `/comite/membres/${id}/retour`)).status).toBe(303);
    expect(await stateOf(world, email)).toBe("active");
    expect((await person(id)).reason).toBeNull();
  });

  it("asks for a reason it knows", async () => {
    const { id, email } = await joinSomeone(world, committee);
    expect(fieldsOf(await submit(committee, `/comite/membres/${id}/retrait`))).toEqual(["reason"]);
    expect(fieldsOf(await submit(committee, `/comite/membres/${id}/retrait`, { reason: "mood" }))).toEqual(["reason"]);
    expect(await stateOf(world, email)).toBe("active");
  });

  it("is once only, however often its form is posted", async () => {
    const { id } = await joinSomeone(world, committee);
    const fields = { cle: await keyOf(committee), reason: "asked" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => committee.post(`/comite/membres/${id}/retrait`, fields)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect((await actsOn(id)).filter((act) => act === "member.removed")).toEqual(["member.removed"]);
  });

  it("is of someone else, who is a member", async () => {
    const own = Number((await world.sql`select id from members where email = 'bernard@exemple.test'`)[0]?.id);
    expect(codeOf(await submit(committee, `/comite/membres/${own}/retrait`, { reason: "asked" }))).toEqual([403, "right.missing"]);
    expect((await submit(committee, "/comite/membres/999999/retrait", { reason: "asked" })).status).toBe(404);
    const { email } = await inviteOne(world, committee);
    const invited = Number((await world.sql`select id from members where email = ${email}`)[0]?.id);
    expect((await committee.get(`/comite/membres/${invited}`)).status).toBe(404);
    expect((await submit(committee, `/comite/membres/${invited}/retrait`, { reason: "asked" })).status).toBe(404);
  });

  it("is not for members to make, whoever they are", async () => {
    const [a, b] = [await joinSomeone(world, committee), await joinSomeone(world, committee)];
    expect((await submit(a.browser, `/comite/membres/${b.id}/retrait`, { reason: "asked" })).status).toBe(404);
    expect((await a.browser.get("/comite/membres")).status).toBe(404);
    expect(await stateOf(world, b.email)).toBe("active");
  });
});

describe("the list of the committee", () => {
  it("has everyone who joined, and neither guests nor unanswered invitations", async () => {
    const { email } = await inviteOne(world, committee);
    await world.sql`insert into members (email, name, state, joined_at, guest_until) values (${freshAddress()}, 'Guy Lafrance', 'active', now(), now() + interval '3 days')`;
    const { people } = (await committee.get("/comite/membres")).data as { people: ListedPerson[] };
    expect(people.map(({ name }) => name)).not.toContain("Guy Lafrance");
    expect(people.map(({ id }) => id)).not.toContain(Number((await world.sql`select id from members where email = ${email}`)[0]?.id));
    expect(JSON.stringify(people)).not.toContain("@");
  });
});

describe("organisations", () => {
  it("have one name each, whatever its capitals", async () => {
    await submit(committee, "/comite/organisations", { name: "Halte-garderie Le Ballon" });
    expect(codeOf(await submit(committee, "/comite/organisations", { name: "halte-garderie le ballon " }))).toEqual([409, "organisation.exists"]);
    expect(codeOf(await submit(committee, "/comite/organisations/1/nom", { name: "Halte-garderie Le Ballon" }))).toEqual([409, "organisation.exists"]);
    expect((await submit(committee, "/comite/organisations/1/nom", { name: "Maison de la famille LA BORDÉE" })).status).toBe(303);
    expect((await submit(committee, "/comite/organisations/999/nom", { name: "Nulle part" })).status).toBe(404);
    expect((await submit(committee, "/comite/organisations", { name: "Deux\nlignes" })).status).toBe(422);
    expect((await submit(committee, "/comite/organisations", { name: "x".repeat(121) })).status).toBe(422);
  });

  it("are added once by the same name given at the same time", async () => {
    const answers = await Promise.all(["Ateliers Rivelaine", "ateliers rivelaine", "ATELIERS RIVELAINE"].map((name) => submit(committee, "/comite/organisations", { name })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
  });
});
