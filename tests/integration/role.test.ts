import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { found, joinSomeone, openMemberWorld, stateOf, submit, type Joined, type MemberWorld } from "./member-world";
import { problemOf, type Answer, type TestBrowser } from "./sign-in-browser";

let world: MemberWorld;
let first: TestBrowser;
let firstId: string;

beforeEach(async () => {
  world = await openMemberWorld();
  first = await found(world);
  firstId = String((await world.sql`select id from members`)[0]?.id);
});
afterEach(() => world.close());

const codeOf = (answer: Answer) => [answer.status, problemOf(answer).code];
const administrators = async () =>
  (await world.sql<{ email: string }[]>`select m.email from member_roles r join members m on m.id = r.member_id where r.role = 'administrator' and m.state = 'active' order by m.id`).map(({ email }) => email);

async function second(): Promise<Joined> {
  const someone = await joinSomeone(world, first, "Rosalie Champagne");
  expect((await submit(first, "/administration/roles", { member: String(someone.id), role: "administrator" })).status).toBe(303);
  return someone;
}

describe("the last administrator", () => {
  it("cannot leave, take a break or give the role away", async () => {
    expect(codeOf(await submit(first, "/reglages/depart"))).toEqual([409, "administrator.last"]);
    expect(codeOf(await submit(first, "/reglages/pause"))).toEqual([409, "administrator.last"]);
    expect(codeOf(await submit(first, "/administration/roles/retrait", { member: firstId, role: "administrator" }))).toEqual([409, "administrator.last"]);
    expect(await administrators()).toEqual(["bernard@exemple.test"]);
    expect((await first.get("/administration")).status).toBe(200);
  });

  it("cannot be removed by the committee", async () => {
    const someone = await second();
    await submit(first, "/administration/roles", { member: String(someone.id), role: "committee" });
    await submit(first, "/administration/roles/retrait", { member: firstId, role: "administrator" });
    const colleague = await joinSomeone(world, first);
    await submit(someone.browser, "/administration/roles", { member: String(colleague.id), role: "committee" });
    expect(codeOf(await submit(colleague.browser, `/comite/membres/${someone.id}/retrait`, { reason: "other" }))).toEqual([409, "administrator.last"]);
    expect(await stateOf(world, someone.email)).toBe("active");
    expect((await someone.browser.get("/administration")).status).toBe(200);
  });

  it("stays when two administrators leave at the same time: one succeeds", async () => {
    const someone = await second();
    const answers = await Promise.all([submit(first, "/reglages/depart"), submit(someone.browser, "/reglages/depart")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await administrators()).length).toBe(1);
  });

  it("stays when two take the role from one another, and when one leaves as the other takes a break", async () => {
    const someone = await second();
    const taken = await Promise.all([
      submit(first, "/administration/roles/retrait", { member: String(someone.id), role: "administrator" }),
      submit(someone.browser, "/administration/roles/retrait", { member: firstId, role: "administrator" }),
    ]);
    expect(taken.filter(({ status }) => status === 303).length).toBe(1);
    expect((await administrators()).length).toBe(1);
    const [left] = (await administrators())[0] === someone.email ? [someone.browser] : [first];
    const other = left === first ? String(someone.id) : firstId;
    await submit(left ?? first, "/administration/roles", { member: other, role: "administrator" });
    const gone = await Promise.all([submit(first, "/reglages/depart"), submit(someone.browser, "/reglages/pause")]);
    expect(gone.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await administrators()).length).toBe(1);
  });
});

describe("a role", () => {
  it("opens its places at the next request, and closes them at the next", async () => {
    const { id, browser } = await joinSomeone(world, first);
    expect([(await browser.get("/comite")).status, (await browser.get("/administration")).status]).toEqual([404, 404]);
    await submit(first, "/administration/roles", { member: String(id), role: "committee" });
    expect([(await browser.get("/comite")).status, (await browser.get("/administration")).status]).toEqual([200, 404]);
    await submit(first, "/administration/roles/retrait", { member: String(id), role: "committee" });
    expect([(await browser.get("/comite")).status, (await browser.get("/administration")).status]).toEqual([404, 404]);
  });

  it("of the administration does not open the committee's places", async () => {
    const { browser } = await second();
    expect([(await browser.get("/comite")).status, (await browser.get("/administration")).status]).toEqual([404, 200]);
    expect((await submit(browser, "/comite/invitations", { addresses: "x@exemple.test" })).status).toBe(404);
  });

  it("is given to active members, and to none other", async () => {
    const { id, browser } = await joinSomeone(world, first);
    await submit(browser, "/reglages/pause");
    expect((await submit(first, "/administration/roles", { member: String(id), role: "committee" })).status).toBe(404);
    expect((await submit(first, "/administration/roles", { member: "999999", role: "committee" })).status).toBe(404);
    expect((await submit(first, "/administration/roles", { member: "", role: "manager" })).status).toBe(422);
    expect((await submit(browser, "/administration/roles", { member: String(id), role: "administrator" })).status).toBe(404);
  });

  it("given twice is given once", async () => {
    const { id } = await joinSomeone(world, first);
    for (const _ of [1, 2]) expect((await submit(first, "/administration/roles", { member: String(id), role: "committee" })).status).toBe(303);
    expect(await world.sql`select count(*)::int as grants from audit_entries where act = 'role.granted' and subject_id = ${id}`).toEqual([{ grants: 1 }]);
  });
});

describe("a manager", () => {
  it("answers for an organisation of their own only, whatever is posted", async () => {
    const { id } = await joinSomeone(world, first);
    const added = await submit(first, "/comite/organisations", { name: "CPE Les Cerfs-volants" });
    const foreign = /#organisation-(\d+)$/.exec(added.location ?? "")?.[1] ?? "";
    expect((await submit(first, `/comite/membres/${id}/gestion`, { organisation: foreign })).status).toBe(404);
    expect((await submit(first, `/comite/membres/${id}/gestion`, { organisation: "1" })).status).toBe(303);
    await expect(world.sql`insert into organisation_managers (member_id, organisation_id) values (${id}, ${foreign})`).rejects.toMatchObject({
      constraint_name: "organisation_managers_of_their_own",
    });
    expect((await submit(first, `/comite/membres/${id}/fin-gestion`, { organisation: "1" })).status).toBe(303);
    expect(await world.sql`select 1 from organisation_managers`).toEqual([]);
  });

  it("answers no more for an organisation they have left", async () => {
    const { id, browser } = await joinSomeone(world, first);
    await submit(first, `/comite/membres/${id}/gestion`, { organisation: "1" });
    const added = await submit(first, "/comite/organisations", { name: "CPE Les Cerfs-volants" });
    const other = /#organisation-(\d+)$/.exec(added.location ?? "")?.[1] ?? "";
    await submit(browser, "/reglages/profil", { name: "Ève Roy", title: "Éducatrice", organisations: other });
    expect(await world.sql`select 1 from organisation_managers`).toEqual([]);
  });
});
