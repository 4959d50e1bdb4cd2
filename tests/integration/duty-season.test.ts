import type { ActionFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MemberActor } from "~/kit/actor";
import { meetingTurns } from "~/features/duty/pages.server";
import type { absencesPage } from "~/features/duty/absence/pages.server";
import type { namingPage } from "~/features/duty/naming.server";
import type { planPage, seasonPage } from "~/features/duty/season/pages.server";
import * as planRoute from "~/routes/comite.moments.responsables";
import * as absencesRoute from "~/routes/comite.moments.exemptions._index";
import * as endRoute from "~/routes/comite.moments.exemptions.$absence.fin";
import * as seasonRoute from "~/routes/moments.responsables._index";
import type { Answer, Person } from "./thread-world";
import { openTurnsWorld, problemCode, type TurnsWorld } from "./turns-world";

type Handler = (args: ActionFunctionArgs) => Promise<unknown>;
type Plan = Awaited<ReturnType<typeof planPage>>;

let world: TurnsWorld;
let committee: Person;
let other: Person;
let people: Person[];

beforeAll(async () => {
  world = await openTurnsWorld();
  committee = await world.join("Audrey Comité");
  other = await world.join("Bruno Comité");
  for (const { id } of [committee, other]) await world.sql`insert into member_roles (member_id, role) values (${id}, 'committee')`;
  people = [];
  for (let n = 1; n <= 8; n += 1) people.push(await world.join(`Personne ${n}`, { organisation: `Milieu ${n % 3}` }));
});
afterAll(() => world.close());

/** The season of a day so far ahead, by its first year. */
const seasonIn = (days: number): number => {
  const at = new Date(Date.now() + days * 86_400_000);
  return at.getUTCMonth() >= 7 ? at.getUTCFullYear() : at.getUTCFullYear() - 1;
};
const pathOf = (season: number): string => `/comite/moments/responsables?saison=${season}`;
const planOf = async (season: number): Promise<Plan> => (await committee.get(planRoute.loader as Handler, pathOf(season))).data as Plan;

/** Posts one act over a season's plan, with the lines that the page shows unless others are given. */
async function act(person: Person, season: number, geste: string, lines?: string[]): Promise<Answer> {
  const shown = lines ?? (await planOf(season)).sittings.flatMap(({ roles }) => roles.flatMap(({ id, state, person: who }) => (state === "proposed" && id !== null ? [`${id}-${who?.id ?? 0}`] : [])));
  const form = new FormData();
  form.set("geste", geste);
  form.set("cle", await person.key());
  for (const line of shown) form.append("ligne", line);
  return person.post(planRoute.action as Handler, pathOf(season), form);
}
const rolesOf = async (season: number) => (await planOf(season)).sittings.flatMap(({ id, roles }) => roles.map((role) => ({ sitting: id, ...role })));

describe("a season of turns", () => {
  const base = 400;
  const season = seasonIn(base + 100);

  it("is planned at once over meetings and poles, seen by the committee alone, and asks nobody", async () => {
    const first = await world.sitting(base, { pole: "Port" });
    for (const pole of ["Grives", "Oseille", "Ludivine"]) await world.sitting(base, { meeting: first.meetingId, pole });
    for (const days of [30, 60, 90, 120, 150]) await world.sitting(base + days);
    const seasons = [...new Set([0, 30, 60, 90, 120, 150].map((days) => seasonIn(base + days)))];
    for (const one of seasons) expect((await act(committee, one, "proposer")).status).toBe(303);
    const all = (await Promise.all(seasons.map(rolesOf))).flat();
    expect(all).toHaveLength(27);
    const named = all.filter(({ state }) => state === "proposed");
    expect(named.length).toBeGreaterThan(15);
    expect(named.every(({ reason }) => (reason ?? "").length > 10)).toBe(true);
    const each = new Set(named.map(({ sitting, person }) => `${sitting} ${person?.id}`));
    expect(each.size).toBe(named.length);
    expect((await world.sql`select count(*)::int as asks from duty_asks`)[0]?.asks).toBe(0);
    expect((await world.sql`select count(*)::int as told from notifications`)[0]?.told).toBe(0);
    const publicly = JSON.stringify(await meetingTurns((await people[0]!.actor()) as MemberActor, first.meetingId));
    expect(publicly).not.toMatch(/Personne \d|proposed/);
    const seen = (await people[0]!.get(seasonRoute.loader as Handler, `/moments/responsables?saison=${season}`)).data as Awaited<ReturnType<typeof seasonPage>>;
    expect(seen.strands).toEqual([]);
    expect((await people[0]!.get(planRoute.loader as Handler, pathOf(season))).status).toBe(404);
  });

  it("is the same plan when it is made twice from the same history", async () => {
    const who = async () => (await rolesOf(season)).map(({ sitting, role, person }) => [sitting, role, person?.id ?? null]);
    const before = await who();
    await act(other, season, "proposer");
    expect(await who()).toEqual(before);
  });

  it("is adjusted line by line: somebody else, nobody, two who change places; never the same person twice in a sitting", async () => {
    const roles = (await rolesOf(season)).filter(({ state }) => state === "proposed");
    const [a, b] = roles.filter(({ sitting }) => sitting === roles[0]?.sitting);
    expect(a && b).toBeTruthy();
    expect((await act(committee, season, "ajuster", [`${a!.id}-${b!.person!.id}`, `${b!.id}-${a!.person!.id}`])).status).toBe(303);
    const swapped = (await rolesOf(season)).filter(({ id }) => id === a!.id || id === b!.id);
    expect(swapped.map(({ id, person }) => [id, person?.id])).toEqual([[a!.id, b!.person!.id], [b!.id, a!.person!.id]]);
    expect(problemCode(await act(committee, season, "ajuster", [`${a!.id}-${a!.person!.id}`]))).toBe("duty.already-there");
    await act(committee, season, "ajuster", [`${b!.id}-0`]);
    expect((await rolesOf(season)).find(({ id }) => id === b!.id)?.state).toBe("open");
    const gone = await world.join("Partie Ailleurs", { state: "left" });
    expect(problemCode(await act(committee, season, "ajuster", [`${a!.id}-${gone.id}`]))).toBe("duty.person-gone");
  });

  it("is asked in one act, each person once with the reason, however often and by whomever it is pressed", async () => {
    const planned = (await rolesOf(season)).filter(({ state }) => state === "proposed");
    const both = await Promise.all([act(committee, season, "demander"), act(other, season, "demander")]);
    expect(both.some(({ status }) => status === 303)).toBe(true);
    const open = await world.sql`select k.duty_id::int as duty, k.reason from duty_asks k join duties d on d.id = k.duty_id join sittings s on s.id = d.sitting_id where k.outcome is null`;
    expect(open.map(({ duty }) => Number(duty)).sort((x, y) => x - y)).toEqual(planned.map(({ id }) => id!).sort((x, y) => x - y));
    expect(open.filter(({ reason }) => reason !== "").length).toBeGreaterThan(planned.length / 2);
    expect((await rolesOf(season)).filter(({ state }) => state === "proposed")).toEqual([]);
    const asked = (await rolesOf(season)).filter(({ state }) => state === "asked");
    const mine = asked.find(({ person }) => people.some(({ id }) => id === person?.id))!;
    const who = people.find(({ id }) => id === mine.person?.id)!;
    expect((await world.turn(who, mine.id!, "accepter")).status).toBe(303);
  });

  it("taken back, leaves what was asked and agreed", async () => {
    const standing = async () => (await rolesOf(season)).filter(({ state }) => state === "asked" || state === "accepted").map(({ id, state }) => [id, state]);
    const before = await standing();
    await act(committee, season, "proposer");
    await act(committee, season, "effacer");
    expect(await standing()).toEqual(before);
    expect((await rolesOf(season)).filter(({ state }) => state === "proposed")).toEqual([]);
  });
});

describe("a leave or an exemption that the committee notes", () => {
  const post = async (person: Person, fields: Record<string, string>) => person.post(absencesRoute.action as Handler, "/", { genre: "exemption", fin: "", raison: "", ...fields, cle: await person.key() });
  const listed = async () => ((await committee.get(absencesRoute.loader as Handler, "/")).data as Awaited<ReturnType<typeof absencesPage>>).absences;
  const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const suggested = async (where: { meetingId: number; sittingId: number }) =>
    ((await world.see(committee, "naming", { id: String(where.meetingId), sitting: String(where.sittingId) })).data as Awaited<ReturnType<typeof namingPage>>).roles.flatMap(({ suggestions }) => suggestions.map(({ person }) => person.id));

  it("is read by the committee with its reason, by nobody else; the person sees that it is, not why", async () => {
    const who = people[7]!;
    expect((await post(committee, { personne: String(who.id), debut: day(-5), fin: day(900), raison: "Remplace deux collègues" })).status).toBe(303);
    expect(await listed()).toEqual([expect.objectContaining({ name: who.name, kind: "exemption", reason: "Remplace deux collègues", by: "Audrey Comité" })]);
    expect((await who.get(absencesRoute.loader as Handler, "/")).status).toBe(404);
    expect((await post(who, { personne: String(who.id), debut: day(0) })).status).toBe(404);
    const own = JSON.stringify((await who.get(seasonRoute.loader as Handler, "/moments/responsables")).data);
    expect(own).toContain("exemption");
    expect(own).not.toContain("collègues");
    expect(JSON.stringify((await people[0]!.get(seasonRoute.loader as Handler, "/moments/responsables")).data)).not.toContain(who.name);
  });

  it("keeps the person out of the suggestions as long as it lasts, and ended, in again, with the past kept", async () => {
    const who = people[7]!;
    const where = await world.sitting(700);
    for (const person of people.slice(0, 6)) await post(committee, { personne: String(person.id), debut: day(690), fin: day(710), genre: "leave" });
    expect(await suggested(where)).not.toContain(who.id);
    const [{ id }] = (await world.sql`select id::int from turn_absences where member_id = ${who.id}`) as unknown as [{ id: number }];
    const end = async (person: Person) => person.post(endRoute.action as Handler, "/", { cle: await person.key() }, { absence: String(id) });
    expect((await end(people[0]!)).status).toBe(404);
    expect((await end(committee)).status).toBe(303);
    expect(await suggested(where)).toContain(who.id);
    expect((await world.sql`select until_day < current_date + 1 as ended from turn_absences where id = ${id}`)[0]?.ended).toBe(true);
  });

  it("is refused when it ends before it begins, without a person, and for somebody who has left", async () => {
    const bad = await post(committee, { personne: String(people[1]!.id), debut: day(10), fin: day(5) });
    expect([bad.status, Object.keys((bad.data as { problem: { fields: object } }).problem.fields)]).toEqual([422, ["fin"]]);
    expect((await post(committee, { personne: "", debut: day(10) })).status).toBe(422);
    const gone = await world.join("Partie Au Loin", { state: "left" });
    expect(problemCode(await post(committee, { personne: String(gone.id), debut: day(10) }))).toBe("duty.person-gone");
  });
});
