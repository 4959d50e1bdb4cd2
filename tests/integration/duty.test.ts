import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "./thread-world";
import { openTurnsWorld, problemCode, type TurnsWorld } from "./turns-world";
import { turnsWaiting } from "~/features/duty/waiting.server";
import { meetingTurns } from "~/features/duty/pages.server";
import type { MemberActor } from "~/kit/actor";
import type { namingPage } from "~/features/duty/naming.server";

let world: TurnsWorld;
let committee: Person;
let ines: Person;
let karine: Person;
let luc: Person;
let maude: Person;

beforeAll(async () => {
  world = await openTurnsWorld();
  committee = await world.join("Audrey Comité");
  await world.sql`insert into member_roles (member_id, role) values (${committee.id}, 'committee')`;
  [ines, karine, luc, maude] = [await world.join("Inès Un"), await world.join("Karine Deux", { organisation: "CPE La Tuque" }), await world.join("Luc Trois", { organisation: "École" }), await world.join("Maude Quatre", { organisation: "École" })];
});
afterAll(() => world.close());

const naming = async (where: { meetingId: number; sittingId: number }) =>
  (await world.see(committee, "naming", { id: String(where.meetingId), sitting: String(where.sittingId) })).data as Awaited<ReturnType<typeof namingPage>>;
const publicly = async (person: Person, meetingId: number) => JSON.stringify(await meetingTurns((await person.actor()) as MemberActor, meetingId));
const todo = async (person: Person) => (await turnsWaiting((await person.actor()) as MemberActor)).map(({ text }) => text);
const told = async (person: Person) => (await world.sql`select kind from notifications where member_id = ${person.id} order by id`).map(({ kind }) => String(kind));

describe("the committee names those responsible", () => {
  it("is shown for each role whom to ask and why, and asks nobody by itself", async () => {
    const where = await world.sitting(30);
    const page = await naming(where);
    expect(page.roles.map(({ role, suggestions }) => [role, suggestions.length > 0])).toEqual([["facilitation", true], ["coordination", true], ["notes", true]]);
    expect(page.roles[0]?.suggestions[0]?.reason).toContain("N’a encore jamais eu de tour.");
    expect(await world.duty(where.sittingId, "facilitation")).toBeUndefined();
  });

  it("asks one person, who learns of it in À faire, in the notifications and by mail; nobody else sees a name", async () => {
    const where = await world.sitting(30);
    expect((await world.name(committee, where, "demander", "facilitation", ines)).status).toBe(303);
    expect(await todo(ines)).toEqual(["Accepteriez-vous un tour de responsable?"]);
    expect(await told(ines)).toEqual(["duty"]);
    const [mail] = await world.deliver();
    expect([mail?.to.name, mail?.subject]).toEqual(["Inès Un", "Audrey Comité vous propose un tour de responsable – Petite enfance du Pommier"]);
    expect(mail?.text).toContain(`/moments/responsables/${(await world.duty(where.sittingId, "facilitation")).id}`);
    expect(await publicly(karine, where.meetingId)).not.toContain("Inès");
    expect(await publicly(karine, where.meetingId)).toContain('"state":"asked"');
    await world.turn(ines, (await world.duty(where.sittingId, "facilitation")).id, "refuser");
  });

  it("sees the person's yes at once, in front of everybody", async () => {
    const where = await world.sitting(60);
    await world.name(committee, where, "demander", "notes", ines);
    const { id } = await world.duty(where.sittingId, "notes");
    expect((await world.turn(ines, id, "accepter")).location).toBe(`/moments/responsables/${id}?fait=accepter`);
    expect(await world.duty(where.sittingId, "notes")).toMatchObject({ state: "accepted", member_id: ines.id, planned_id: ines.id });
    expect(await publicly(karine, where.meetingId)).toContain("Inès");
    expect(await told(committee)).toContain("duty-answered");
  });

  it("learns of a no, is never suggested that person for the sitting again, and nobody else finds a trace of it", async () => {
    const where = await world.sitting(100);
    await world.name(committee, where, "demander", "facilitation", luc);
    const { id } = await world.duty(where.sittingId, "facilitation");
    expect((await world.turn(luc, id, "refuser")).location).toBe("/moments/responsables?fait=refuser");
    expect(await publicly(karine, where.meetingId)).not.toMatch(/Luc|asked|declin/);
    const page = await naming(where);
    expect(page.roles.flatMap(({ suggestions }) => suggestions.map(({ person }) => person.name))).not.toContain("Luc Trois");
    const seen = (await world.see(karine, "turn", { duty: String(id) })).data;
    expect(JSON.stringify(seen)).not.toContain("Luc");
  });

  it("keeps an ask waiting for who wants a little time, and after a week is offered whoever comes next", async () => {
    const where = await world.sitting(140);
    await world.name(committee, where, "demander", "coordination", karine);
    const { id } = await world.duty(where.sittingId, "coordination");
    await world.turn(karine, id, "temps");
    expect((await naming(where)).roles[1]?.ask).toMatchObject({ moreTime: true, due: false });
    await world.sql`update duty_asks set asked_at = asked_at - interval '8 days' where duty_id = ${id}`;
    const role = (await naming(where)).roles[1];
    expect(role?.ask?.due).toBe(true);
    expect(role?.suggestions[0]?.person.name).not.toBe("Karine Deux");
    expect(await world.duty(where.sittingId, "coordination")).toMatchObject({ state: "asked", member_id: karine.id });
    await world.turn(karine, id, "refuser");
  });

  it("cannot ask two people for one role at once: the second committee member is told that it moved", async () => {
    const where = await world.sitting(170);
    const both = await Promise.all([world.name(committee, where, "demander", "facilitation", luc, 0), world.name(committee, where, "demander", "facilitation", maude, 0)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(problemCode(both.find(({ status }) => status === 409)!)).toBe("duty.moved");
    expect((await world.sql`select count(*)::int as open from duty_asks k join duties d on d.id = k.duty_id where d.sitting_id = ${where.sittingId} and k.outcome is null`)[0]?.open).toBe(1);
    await world.name(committee, where, "retirer", "facilitation");
  });

  it("gives one person one role in a sitting, and nobody who has left", async () => {
    const where = await world.sitting(200);
    await world.name(committee, where, "accord", "facilitation", luc);
    expect(problemCode(await world.name(committee, where, "demander", "notes", luc))).toBe("duty.already-there");
    const gone = await world.join("Partie Ailleurs", { state: "left" });
    expect(problemCode(await world.name(committee, where, "demander", "notes", gone))).toBe("duty.person-gone");
  });

  it("is refused by the database too: one open ask per duty, one role per person, one person per role", async () => {
    const where = await world.sitting(230);
    await world.name(committee, where, "demander", "facilitation", maude);
    const { id } = await world.duty(where.sittingId, "facilitation");
    await expect(world.sql`insert into duty_asks (duty_id, member_id, asked_by, asked_at) values (${id}, ${luc.id}, ${committee.id}, now())`).rejects.toThrow("duty_asks_one_open");
    await expect(world.sql`insert into duties (sitting_id, role, state, member_id, since) values (${where.sittingId}, 'notes', 'asked', ${maude.id}, now())`).rejects.toThrow("duties_one_role_per_person");
    await expect(world.sql`insert into duties (sitting_id, role, state, since) values (${where.sittingId}, 'facilitation', 'open', now())`).rejects.toThrow("duties_one_per_role");
    await world.name(committee, where, "retirer", "facilitation");
  });

  it("shows the need for relief to everyone instead of a blank, and the first who takes it has it", async () => {
    const where = await world.sitting(260);
    await world.name(committee, where, "releve", "notes");
    const { id } = await world.duty(where.sittingId, "notes");
    expect(await publicly(karine, where.meetingId)).toContain('"state":"relief"');
    const both = await Promise.all([world.turn(karine, id, "prendre"), world.turn(maude, id, "prendre")]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(problemCode(both.find(({ status }) => status === 409)!)).toBe("duty.taken");
  });

  it("keeps what was planned beside who really did it", async () => {
    const where = await world.sitting(290);
    await world.name(committee, where, "accord", "facilitation", luc);
    await world.name(committee, where, "accord", "facilitation", maude);
    expect(await world.duty(where.sittingId, "facilitation")).toMatchObject({ member_id: maude.id, planned_id: luc.id });
    await world.sql`update sittings set starts_at = starts_at - interval '300 days', local_start = (starts_at - interval '300 days') at time zone zone where id = ${where.sittingId}`;
    expect((await world.name(committee, where, "realite", "facilitation", karine)).status).toBe(303);
    expect((await naming(where)).roles[0]).toMatchObject({ served: { name: "Karine Deux" }, planned: "Luc Trois" });
    expect(problemCode(await world.name(committee, where, "demander", "notes", luc))).toBe("duty.over");
  });

  it("is not there for others", async () => {
    const where = await world.sitting(30);
    expect((await world.see(karine, "naming", { id: String(where.meetingId), sitting: String(where.sittingId) })).status).toBe(404);
    expect((await world.name(karine, where, "demander", "notes", luc)).status).toBe(404);
    expect((await world.see(committee, "naming", { id: "999999", sitting: String(where.sittingId) })).status).toBe(404);
  });
});

describe("a turn of somebody else's", () => {
  it("is answered by the person who was asked alone", async () => {
    const where = await world.sitting(320);
    await world.name(committee, where, "demander", "facilitation", luc);
    const { id } = await world.duty(where.sittingId, "facilitation");
    expect(problemCode(await world.turn(maude, id, "accepter"))).toBe("duty.moved");
    expect(problemCode(await world.turn(maude, id, "rendre"))).toBe("duty.moved");
    expect(await world.duty(where.sittingId, "facilitation")).toMatchObject({ state: "asked", member_id: luc.id });
  });

  it("of a draft is not there, but for who was asked", async () => {
    const where = await world.sitting(350, { draft: true });
    await world.name(committee, where, "demander", "facilitation", luc);
    const { id } = await world.duty(where.sittingId, "facilitation");
    expect((await world.see(maude, "turn", { duty: String(id) })).status).toBe(404);
    expect((await world.see(luc, "turn", { duty: String(id) })).status).toBe(200);
  });
});
