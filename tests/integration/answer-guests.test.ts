import type { ActionFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { guestsPage } from "~/features/answer/guest/forms.server";
import type { answersPage } from "~/features/answer/overview.server";
import type { AnsweringPart, colleaguesPage } from "~/features/answer/pages.server";
import * as answersRoute from "~/routes/comite.moments.$id.reponses";
import * as sittingRoute from "~/routes/comite.moments.$id.rencontres.$sitting._index";
import * as meetingRoute from "~/routes/moments.$id._index";
import * as colleaguesRoute from "~/routes/moments.$id.collegues._index";
import * as undoRoute from "~/routes/moments.$id.collegues.$member.retrait";
import * as guestsRoute from "~/routes/moments.$id.rencontres.$sitting.invites._index";
import * as removalRoute from "~/routes/moments.$id.rencontres.$sitting.invites.$guest.retrait";
import { openAnswerWorld, type AnswerWorld, type Held } from "./answer-world";
import type { Answer, Person } from "./thread-world";
import { problemCode } from "./turns-world";

type Handler = (args: ActionFunctionArgs) => Promise<unknown>;

let world: AnswerWorld;
beforeAll(async () => {
  world = await openAnswerWorld();
});
afterAll(() => world.close());

const paramsOf = ({ id, sittings }: Held) => ({ id: String(id), sitting: String(sittings[0]) });
const add = async (person: Person, meeting: Held, nom: string, organisation = ""): Promise<Answer> => person.post(guestsRoute.action as Handler, "/", { nom, organisation, cle: await person.key() }, paramsOf(meeting));
const remove = async (person: Person, meeting: Held, guest: number): Promise<Answer> => person.post(removalRoute.action as Handler, "/", { cle: await person.key() }, { ...paramsOf(meeting), guest: String(guest) });
const guestsOf = async (person: Person, meeting: Held) => (await person.get(guestsRoute.loader as Handler, "/", paramsOf(meeting))) as Answer & { data: Awaited<ReturnType<typeof guestsPage>> };
const fieldOf = ({ data }: Answer): string[] => Object.keys((data as { problem?: { fields?: object } }).problem?.fields ?? {});
const overview = async (meeting: Held) => (await world.audrey.get(answersRoute.loader as Handler, "/", { id: String(meeting.id) })).data as Awaited<ReturnType<typeof answersPage>>;

/** Makes somebody responsible for the first sitting of a meeting. */
const serve = async ({ sittings }: Held, person: Person) =>
  world.sql`insert into duties (sitting_id, role, state, member_id, planned_id, since) values (${sittings[0] ?? 0}, 'notes', 'accepted', ${person.id}, ${person.id}, now())`;

describe("someone who comes without being a member", () => {
  it("is entered by the committee or a responsable, takes a seat, and stands in the committee's list; to others it is not there", async () => {
    const meeting = await world.meet({ capacity: 3 });
    const [responsable, other] = (await world.people(2, "Responsable")) as [Person, Person];
    await serve(meeting, responsable);
    expect((await add(world.audrey, meeting, "Odette Partenaire", "Centre régional")).status).toBe(303);
    expect((await add(responsable, meeting, "Rémi Stagiaire")).status).toBe(303);
    expect([(await add(other, meeting, "Personne")).status, (await guestsOf(other, meeting)).status]).toEqual([404, 404]);
    expect((await guestsOf(responsable, meeting)).data).toMatchObject({ seats: "1 place libre sur 3", guests: [{ name: "Odette Partenaire", organisation: "Centre régional", by: "Audrey Cloutier" }, { name: "Rémi Stagiaire" }] });
    expect((await overview(meeting)).sittings[0]?.guests).toEqual(["Odette Partenaire, Centre régional", "Rémi Stagiaire"]);
  });

  it("is refused when there is no seat, without a name, twice, and once it has begun", async () => {
    const meeting = await world.meet({ capacity: 1 });
    expect(fieldOf(await add(world.audrey, meeting, " "))).toEqual(["nom"]);
    await add(world.audrey, meeting, "Odette Partenaire");
    expect(fieldOf(await add(world.audrey, meeting, "Rémi Stagiaire"))).toEqual(["nom"]);
    const roomy = await world.meet({ capacity: 5 });
    await add(world.audrey, roomy, "Odette Partenaire");
    expect(fieldOf(await add(world.audrey, roomy, "odette partenaire"))).toEqual(["nom"]);
    const begun = await world.meet({ capacity: 5, inHours: -1 });
    expect(problemCode(await add(world.audrey, begun, "Odette"))).toBe("answer.closed");
  });

  it("leaves exactly as many seats as there are when members and guests come for the last ones at once, round after round", async () => {
    const people = await world.people(8, "Rapide");
    for (let round = 0; round < 5; round += 1) {
      const meeting = await world.meet({ capacity: 6 });
      await Promise.all([...people.map((person) => world.answer(person, meeting, "oui")), ...Array.from({ length: 4 }, (_, n) => add(world.audrey, meeting, `Invitée ${n}`))]);
      const [{ taken }] = (await world.sql`select seats_taken(${meeting.sittings[0] ?? 0}) as taken`) as unknown as [{ taken: number }];
      expect(taken).toBe(6);
      const { coming, waiting } = await world.seats(meeting.sittings[0] ?? 0);
      expect(coming.length + waiting.length).toBe(8);
    }
  });

  it("is held by the database alone too", async () => {
    const meeting = await world.meet({ capacity: 1 });
    const [sitting] = meeting.sittings;
    await world.sql`insert into sitting_guests (sitting_id, name, added_by, added_at) values (${sitting ?? 0}, 'Un', ${world.audrey.id}, now())`;
    await expect(world.sql`insert into sitting_guests (sitting_id, name, added_by, added_at) values (${sitting ?? 0}, 'Deux', ${world.audrey.id}, now())`).rejects.toThrow("No seat is left");
    await expect(world.sql`insert into meeting_answers (meeting_id, sitting_id, member_id, state, answered_at, answered_by) values (${meeting.id}, ${sitting ?? 0}, ${world.audrey.id}, 'coming', now(), ${world.audrey.id})`).rejects.toThrow("No seat is left");
  });

  it("taken off, gives the seat to the next of the list", async () => {
    const meeting = await world.meet({ capacity: 1 });
    const [waiting] = (await world.people(1, "Patiente")) as [Person];
    await add(world.audrey, meeting, "Odette Partenaire");
    await world.answer(waiting, meeting, "oui");
    expect((await world.seats(meeting.sittings[0] ?? 0)).waiting).toEqual([waiting.id]);
    const [guest] = (await guestsOf(world.audrey, meeting)).data.guests;
    expect((await remove(world.audrey, meeting, guest?.id ?? 0)).status).toBe(303);
    expect((await world.seats(meeting.sittings[0] ?? 0)).offered).toEqual([waiting.id]);
  });

  it("is never put back when fewer seats are written: that is said, and nothing changes", async () => {
    const meeting = await world.meet({ capacity: 4 });
    for (const name of ["Un", "Deux", "Trois"]) await add(world.audrey, meeting, name);
    const page = (await world.audrey.get(sittingRoute.loader as Handler, "/", paramsOf(meeting))).data as { values: Record<string, string>; version: number };
    const answer = await world.audrey.post(sittingRoute.action as Handler, "/", { ...page.values, places: "2", portee: "une", version: String(page.version), trop: "attente", cle: await world.audrey.key() }, paramsOf(meeting));
    expect([answer.status, fieldOf(answer)]).toEqual([422, ["places"]]);
    expect((await world.sql`select capacity from sittings where id = ${meeting.sittings[0] ?? 0}`)[0]?.capacity).toBe(4);
  });
});

describe("an answer that the committee gives for somebody", () => {
  const give = async (by: Person, meeting: Held, person: Person, choix: string): Promise<Answer> =>
    by.post(colleaguesRoute.action as Handler, "/", { personne: String(person.id), choix, rencontre: String(meeting.sittings[0]), cle: await by.key() }, { id: String(meeting.id) });
  const partOf = async (person: Person, meeting: Held) => ((await person.get(meetingRoute.loader as Handler, "/", { id: String(meeting.id) })).data as { answering: AnsweringPart }).answering;

  it("is shown with their name, told, undone by the person or the committee, and never overrules their own", async () => {
    const meeting = await world.meet({ capacity: 5 });
    const [called, decided, plain] = (await world.people(3, "Appelée")) as [Person, Person, Person];
    expect((await give(world.audrey, meeting, called, "oui")).status).toBe(303);
    expect(await partOf(called, meeting)).toMatchObject({ state: "coming", by: "Audrey Cloutier" });
    const seen = (await world.audrey.get(colleaguesRoute.loader as Handler, "/", { id: String(meeting.id) })).data as Awaited<ReturnType<typeof colleaguesPage>>;
    expect(seen.colleagues.filter(({ by }) => by !== null).map(({ id, by }) => [id, by])).toEqual([[called.id, "Audrey Cloutier"]]);
    await world.answer(decided, meeting, "non");
    expect(problemCode(await give(world.audrey, meeting, decided, "oui"))).toBe("answer.own");
    expect((await give(plain, meeting, called, "non")).status).toBe(404);
    const undone = await world.audrey.post(undoRoute.action as Handler, "/", { cle: await world.audrey.key() }, { id: String(meeting.id), member: String(called.id) });
    expect(undone.status).toBe(303);
    expect((await world.seats(meeting.sittings[0] ?? 0)).coming).toEqual([]);
  });

  it("is taken after the deadline, for who called, until it begins; the person's own is not", async () => {
    const meeting = await world.meet({ capacity: 5, deadlineInHours: -1 });
    const [late] = (await world.people(1, "Tardive")) as [Person];
    expect(problemCode(await world.answer(late, meeting, "oui"))).toBe("answer.closed");
    expect((await give(world.audrey, meeting, late, "oui")).status).toBe(303);
    const over = await world.meet({ capacity: 5, inHours: -1 });
    expect(problemCode(await give(world.audrey, over, late, "oui"))).toBe("answer.closed");
  });
});

describe("why somebody cannot come", () => {
  const say = async (person: Person, meeting: Held, raison: string): Promise<Answer> =>
    person.post(meetingRoute.action as Handler, "/", { choix: "non", raison, cle: await person.key() }, { id: String(meeting.id) });

  it("is read as numbers by the committee and the responsables, beside no name, and by nobody else", async () => {
    const meeting = await world.meet({ capacity: 5 });
    const [one, two, three, responsable] = (await world.people(4, "Absente")) as [Person, Person, Person, Person];
    await serve(meeting, responsable);
    for (const person of [one, two]) await say(person, meeting, "schedule");
    await say(three, meeting, "replacement");
    const page = await overview(meeting);
    expect([page.refused, page.refusals]).toEqual([3, "l’horaire (2), personne pour les remplacer (1)"]);
    const seen = async (person: Person) => ((await person.get(meetingRoute.loader as Handler, "/", { id: String(meeting.id) })).data as { answering: AnsweringPart }).answering;
    expect((await seen(responsable)).refusals).toBe("l’horaire (2), personne pour les remplacer (1)");
    expect((await seen(one)).refusals).toBe("");
    expect((await seen(one)).refusal).toBe("schedule");
  });

  it("stays while a no stays a no, is taken back, and goes with a yes; what is no reason is refused", async () => {
    const meeting = await world.meet({ capacity: 5 });
    const [person] = (await world.people(1, "Hésitante")) as [Person];
    const kept = async () => (await world.sql`select refusal from meeting_answers where meeting_id = ${meeting.id} and member_id = ${person.id}`)[0]?.refusal as string | null;
    await say(person, meeting, "distance");
    await world.answer(person, meeting, "non");
    expect(await kept()).toBe("distance");
    await say(person, meeting, "");
    expect(await kept()).toBeNull();
    await say(person, meeting, "other");
    await world.answer(person, meeting, "oui");
    expect(await kept()).toBeNull();
    expect((await say(person, meeting, "la grippe")).status).toBe(422);
    await expect(world.sql`update meeting_answers set refusal = 'other' where meeting_id = ${meeting.id}`).rejects.toThrow("refusal_of_a_no");
  });
});
