import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "~/kit/clock.server";
import { remindOfFollowUps } from "~/features/follow-up/mutations.server";
import { adoptDueMinutes } from "~/features/minutes/mutations.server";
import * as homeRoute from "~/routes/_index";
import * as threadRoute from "~/routes/discussions.$id._index";
import * as meetingRoute from "~/routes/moments.$id._index";
import * as minutesRoute from "~/routes/moments.$id.compte-rendu._index";
import * as adoptRoute from "~/routes/moments.$id.compte-rendu.adoption";
import * as correctionsRoute from "~/routes/moments.$id.compte-rendu.corrections._index";
import * as acceptRoute from "~/routes/moments.$id.compte-rendu.corrections.$correction._index";
import * as declineRoute from "~/routes/moments.$id.compte-rendu.corrections.$correction.refus";
import * as withdrawRoute from "~/routes/moments.$id.compte-rendu.corrections.$correction.retrait";
import * as openRoute from "~/routes/moments.$id.compte-rendu.ouverture";
import * as writingRoute from "~/routes/moments.$id.compte-rendu.redaction._index";
import * as keepingRoute from "~/routes/moments.$id.compte-rendu.redaction.enregistrement";
import * as versionRoute from "~/routes/moments.$id.compte-rendu.versions.$number";
import * as notesRoute from "~/routes/moments.$id.rencontres.$sitting.notes._index";
import * as notesKeepingRoute from "~/routes/moments.$id.rencontres.$sitting.notes.enregistrement";
import * as followUpsRoute from "~/routes/moments.$id.suites._index";
import * as followUpRoute from "~/routes/moments.$id.suites.$followUp._index";
import * as followUpStateRoute from "~/routes/moments.$id.suites.$followUp.etat";
import * as synthesisRoute from "~/routes/moments.$id.synthese._index";
import * as searchRoute from "~/routes/recherche";
import { openAnswerWorld, type AnswerWorld, type Held } from "./answer-world";
import type { Answer, Person } from "./thread-world";

let world: AnswerWorld;
let audrey: Person;
let yasmine: Person;
let ines: Person;
let karine: Person;

beforeAll(async () => {
  world = await openAnswerWorld();
  ({ audrey } = world);
  yasmine = await world.join("Yasmine El Amrani", { organisation: "CPE Les Lilas" });
  ines = await world.join("Inès Benkhelil", { organisation: "CPE Les Lilas" });
  karine = await world.join("Karine Tousignant");
});
afterEach(() => setClock(() => new Date()));
afterAll(() => world.close());

const toldOf = ({ data, body }: Answer): unknown => data ?? (body === "" ? null : JSON.parse(body));
type Problem = { code: string; fields?: Record<string, string>; state?: Record<string, unknown>; values?: Record<string, string> };
const problemOf = (answer: Answer): Problem | undefined => (toldOf(answer) as { problem?: Problem } | null)?.problem;
const params = ({ id, sittings }: Held, place = 0) => ({ id: String(id), sitting: String(sittings[place] ?? 0) });

/** A meeting that was held: Yasmine takes notes in its first sitting, Inès was there, Karine was not. */
async function heldMeeting(...poles: string[]): Promise<Held> {
  const meeting = await world.meet(...(poles.length > 0 ? poles.map((pole) => ({ inHours: -3, pole })) : [{ inHours: -3 }]));
  const sitting = meeting.sittings[0] ?? 0;
  await world.sql`insert into duties (sitting_id, role, state, member_id, planned_id, since) values (${sitting}, 'notes', 'accepted', ${yasmine.id}, ${yasmine.id}, now())`;
  await world.sql`insert into attendances (sitting_id, member_id, present_at, acted_at, acted_by, act_key) values (${sitting}, ${ines.id}, now(), now(), ${audrey.id}, ${randomUUID()})`;
  return meeting;
}

const notes = async (by: Person, meeting: Held, texte: string, version: number, place = 0) => by.post(notesKeepingRoute.action, "/", { texte, version: String(version) }, params(meeting, place));
const write = async (by: Person, meeting: Held, texte: string, version: number, raison = "") => by.post(writingRoute.action, "/", { cle: await by.key(), texte, version: String(version), ...(raison ? { raison } : {}) }, params(meeting));
const open = async (by: Person, meeting: Held, version = 1) => by.post(openRoute.action, "/", { cle: await by.key(), version: String(version) }, params(meeting));
const adopt = async (by: Person, meeting: Held) => by.post(adoptRoute.action, "/", { cle: await by.key() }, params(meeting));
const correct = async (by: Person, meeting: Held, mots: string, plutot: string) => by.post(correctionsRoute.action, "/", { cle: await by.key(), mots, plutot }, params(meeting));
const accept = async (by: Person, meeting: Held, id: number, texte: string, version: number) => by.post(acceptRoute.action, "/", { cle: await by.key(), texte, version: String(version) }, { ...params(meeting), correction: String(id) });
const decline = async (by: Person, meeting: Held, id: number, raison: string) => by.post(declineRoute.action, "/", { cle: await by.key(), raison }, { ...params(meeting), correction: String(id) });
type Minutes = { html: string; revision: number; state: string; number: number | null; versions: unknown[]; corrections: { id: number; outcome: string | null; reason: string }[]; correct: string | null };
const read = async (by: Person, meeting: Held) => by.get(minutesRoute.loader, "/", params(meeting));
const minutesOf = async (by: Person, meeting: Held) => (await read(by, meeting)).data as Minutes;
const openedMinutes = async (body = "## Ce qu’on retient\n\nOn sort dix minutes.") => {
  const meeting = await heldMeeting();
  await write(yasmine, meeting, body, 0);
  await open(yasmine, meeting);
  return meeting;
};
const days = (count: number) => setClock(() => new Date(Date.now() + count * 86_400_000));

describe("notes", () => {
  it("are kept by themselves for those responsible there and the committee, and are not there for others", async () => {
    const meeting = await heldMeeting("Nicolet", "Bécancour");
    expect(toldOf(await notes(yasmine, meeting, "On ralentit.", 0))).toMatchObject({ revision: 1 });
    expect(toldOf(await notes(audrey, meeting, "On ralentit, ensemble.", 1))).toMatchObject({ revision: 2 });
    for (const other of [ines, karine]) expect((await notes(other, meeting, "Moi aussi", 0)).status).toBe(404);
    // Of one pole, not of the other.
    expect((await notes(yasmine, meeting, "Ailleurs", 0, 1)).status).toBe(404);
    expect((await yasmine.get(notesRoute.loader, "/", params(meeting, 1))).status).toBe(404);
  });

  it("never overwrite what somebody else wrote meanwhile: both texts come back", async () => {
    const meeting = await heldMeeting();
    await notes(yasmine, meeting, "Le premier texte", 0);
    const late = await notes(audrey, meeting, "Un autre texte", 0);
    expect([late.status, problemOf(late)?.code, problemOf(late)?.state]).toEqual([409, "notes.moved", { title: "", body: "Le premier texte", revision: 1 }]);
    expect(toldOf(await notes(yasmine, meeting, "Le premier texte", 0))).toMatchObject({ revision: 1 });
    const button = await audrey.post(notesRoute.action, "/", { cle: await audrey.key(), texte: "Un autre texte", version: "0" }, params(meeting));
    expect([problemOf(button)?.code, problemOf(button)?.values?.texte]).toEqual(["notes.moved", "Un autre texte"]);
  });

  it("are not kept by themselves where a child could be recognised", async () => {
    const meeting = await heldMeeting();
    const answer = await notes(yasmine, meeting, "Le petit Léo, 3 ans, autiste, de la rue Principale, nous a inquiétés.", 0);
    expect([answer.status, problemOf(answer)?.code]).toEqual([422, "discretion.asked"]);
    expect((await world.sql`select 1 from meeting_notes where meeting_id = ${meeting.id}`).length).toBe(0);
  });

  it("stand side by side for one synthesis of all poles", async () => {
    const meeting = await heldMeeting("Nicolet", "Bécancour");
    await notes(yasmine, meeting, "On **ralentit**.", 0);
    await notes(audrey, meeting, "On se relaie.", 0, 1);
    expect((await ines.get(synthesisRoute.loader, "/", params(meeting))).status).toBe(404);
    const page = (await yasmine.get(synthesisRoute.loader, "/", params(meeting))).data as { notes: { name: string; html: string }[] };
    expect(page.notes.map(({ name, html }) => [name, html])).toEqual([["Nicolet", "<p>On <strong>ralentit</strong>.</p>"], ["Bécancour", "<p>On se relaie.</p>"]]);
    expect((await yasmine.post(synthesisRoute.action, "/", { cle: await yasmine.key(), texte: "L’adulte qui reste.", version: "0" }, params(meeting))).status).toBe(303);
  });
});

describe("minutes", () => {
  it("begin with what is known: people counted and not named, notes, follow-ups", async () => {
    const meeting = await heldMeeting();
    await notes(yasmine, meeting, "On ralentit.", 0);
    const page = (await yasmine.get(writingRoute.loader, "/", params(meeting))).data as { known: { body: string; revision: number } };
    expect(page.known.revision).toBe(0);
    expect(page.known.body).toContain("- CPE Les Lilas\u00a0: 1");
    expect(page.known.body).toContain("On ralentit.");
    expect(page.known.body).not.toContain("Inès");
  });

  it("are read as a draft by their writers, while open by whoever was there, once adopted by everyone", async () => {
    const meeting = await heldMeeting();
    const seenBy = async () => Promise.all([audrey, yasmine, ines, karine].map(async (person) => (await read(person, meeting)).status));
    expect((await write(ines, meeting, "Moi", 0)).status).toBe(404);
    await write(yasmine, meeting, "On sort dix minutes.", 0);
    expect(await seenBy()).toEqual([200, 200, 404, 404]);
    await open(yasmine, meeting);
    expect(await seenBy()).toEqual([200, 200, 200, 404]);
    expect((await adopt(yasmine, meeting)).status).toBe(403);
    await adopt(audrey, meeting);
    expect(await seenBy()).toEqual([200, 200, 200, 200]);
  });

  it("are kept while they are written, as a draft only", async () => {
    const meeting = await heldMeeting();
    const keep = async (texte: string, version: number) => toldOf(await yasmine.post(keepingRoute.action, "/", { texte, version: String(version) }, params(meeting)));
    expect(await keep("Un début", 0)).toMatchObject({ revision: 1 });
    expect(await keep("Un début, puis", 1)).toMatchObject({ revision: 2 });
    await open(yasmine, meeting, 2);
    await keep("Autre chose", 2);
    expect((await minutesOf(yasmine, meeting)).html).toBe("<p>Un début, puis</p>");
  });

  it("never lose one of two texts that are written at once", async () => {
    const meeting = await heldMeeting();
    await write(yasmine, meeting, "Un", 0);
    const [first, second] = [await write(yasmine, meeting, "Deux", 1), await write(audrey, meeting, "Trois", 1)];
    expect(first.status).toBe(303);
    expect([second.status, problemOf(second)?.state, problemOf(second)?.values?.texte]).toEqual([409, { title: "", body: "Deux", revision: 2 }, "Trois"]);
    expect((await open(yasmine, meeting, 1)).status).toBe(409);
  });

  it("tell those who were there that they may be corrected, once", async () => {
    const meeting = await openedMinutes();
    await open(yasmine, meeting);
    const told = await world.sql`select member_id::int as id from notifications where kind = 'minutes' and place = ${`/moments/${meeting.id}/compte-rendu`}`;
    expect(told.map(({ id }) => id)).toEqual([ines.id]);
  });

  it("are adopted after seven days by the queue, once, by nobody in particular", async () => {
    const meeting = await openedMinutes();
    const [due] = await world.sql`select count(*)::int as count from minutes where opened_at is not null and adopted_at is null`;
    days(6.9);
    expect(await adoptDueMinutes()).toBe(0);
    days(7.1);
    const counts = await Promise.all(Array.from({ length: 4 }, () => adoptDueMinutes()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(due?.count);
    const [row] = await world.sql`select adopted_by, number, (select count(*)::int from minutes_versions v where v.minutes_id = n.id) as versions from minutes n where meeting_id = ${meeting.id}`;
    expect(row).toEqual({ adopted_by: null, number: 1, versions: 1 });
  });

  it("are found by search once they are adopted, and linked from the meeting and its discussion", async () => {
    const meeting = await openedMinutes("## Ce qu’on retient\n\nLes mitaines perdues.");
    const found = async () => ((await karine.get(searchRoute.loader, "/recherche?q=mitaines")).data as { groups: { place: string; results: { to: string }[] }[] }).groups.find(({ place }) => place === "comptes-rendus")?.results.map(({ to }) => to);
    const thread = Number((await world.sql`select thread_id from meetings where id = ${meeting.id}`)[0]?.thread_id);
    const head = async () => ((await karine.get(threadRoute.loader, `/discussions/${thread}`, { id: String(thread) })).data as { head: { meeting: { minutes: string | null } } }).head.meeting.minutes;
    const onPage = async () => ((await karine.get(meetingRoute.loader, "/", params(meeting))).data as { after: { minutes: { to: string } | null } }).after.minutes?.to;
    expect([await found(), await head(), await onPage()]).toEqual([undefined, null, undefined]);
    await adopt(audrey, meeting);
    const path = `/moments/${meeting.id}/compte-rendu`;
    expect([await found(), await head(), await onPage()]).toEqual([[path], path, path]);
  });

  it("change after adoption as a new version, by the committee, with why", async () => {
    const meeting = await openedMinutes("On sort dix minutes.");
    await adopt(audrey, meeting);
    expect((await write(yasmine, meeting, "On sort.", 1, "Pour voir")).status).toBe(403);
    expect(problemOf(await write(audrey, meeting, "On sort quinze minutes.", 1))?.fields?.raison).toBeDefined();
    expect((await write(audrey, meeting, "On sort quinze minutes.", 1, "C’était quinze.")).status).toBe(303);
    expect(await minutesOf(karine, meeting)).toMatchObject({ number: 2, versions: [{ number: 1 }, { number: 2, reason: "C’était quinze." }] });
    const first = (await karine.get(versionRoute.loader, "/", { ...params(meeting), number: "1" })).data as { html: string };
    expect(first.html).toBe("<p>On sort dix minutes.</p>");
  });
});

describe("a correction", () => {
  const lastOf = async (meeting: Held) => Number((await world.sql`select max(c.id) as id from minutes_corrections c join minutes n on n.id = c.minutes_id where n.meeting_id = ${meeting.id}`)[0]?.id);

  it("is proposed by whoever was there, and taken into the text", async () => {
    const meeting = await openedMinutes();
    expect((await correct(karine, meeting, "dix", "quinze")).status).toBe(404);
    expect((await correct(ines, meeting, "dix minutes", "quinze minutes")).status).toBe(303);
    const id = await lastOf(meeting);
    const page = (await yasmine.get(acceptRoute.loader, "/", { ...params(meeting), correction: String(id) })).data as { body: string; byHand: boolean; revision: number };
    expect(page).toMatchObject({ byHand: false, body: "## Ce qu’on retient\n\nOn sort quinze minutes." });
    expect((await accept(ines, meeting, id, page.body, page.revision)).status).toBe(403);
    expect((await accept(yasmine, meeting, id, page.body, page.revision)).status).toBe(303);
    expect(await minutesOf(ines, meeting)).toMatchObject({ corrections: [{ outcome: "Acceptée" }] });
    expect((await minutesOf(ines, meeting)).html).toContain("quinze minutes");
    expect((await world.sql`select 1 from notifications where member_id = ${ines.id} and kind = 'correction-answered' and subject = ${`correction-${id}`}`).length).toBe(1);
    expect(problemOf(await decline(yasmine, meeting, id, "Trop tard"))?.code).toBe("correction.settled");
  });

  it("is refused with a reason, or taken back by who proposed it", async () => {
    const meeting = await openedMinutes();
    await correct(ines, meeting, "dix", "onze");
    const id = await lastOf(meeting);
    expect(problemOf(await decline(yasmine, meeting, id, " "))?.fields?.raison).toBeDefined();
    expect((await decline(yasmine, meeting, id, "C’était dix.")).status).toBe(303);
    expect((await minutesOf(ines, meeting)).corrections).toMatchObject([{ outcome: "Refusée", reason: "C’était dix." }]);
    await correct(ines, meeting, "On sort", "Sortons");
    const other = { ...params(meeting), correction: String(await lastOf(meeting)) };
    expect((await yasmine.post(withdrawRoute.action, "/", { cle: await yasmine.key() }, other)).status).toBe(403);
    expect((await ines.post(withdrawRoute.action, "/", { cle: await ines.key() }, other)).status).toBe(303);
  });

  it("meets a text that moved: nothing is accepted, and both texts come back", async () => {
    const meeting = await openedMinutes("Un. Deux.");
    await correct(ines, meeting, "Un", "Une");
    const first = await lastOf(meeting);
    await correct(ines, meeting, "Deux", "Trois");
    const second = await lastOf(meeting);
    expect((await accept(yasmine, meeting, first, "Une. Deux.", 1)).status).toBe(303);
    const late = await accept(audrey, meeting, second, "Un. Trois.", 1);
    expect([late.status, problemOf(late)?.state, problemOf(late)?.values?.texte]).toEqual([409, { title: "", body: "Une. Deux.", revision: 2 }, "Un. Trois."]);
    expect((await minutesOf(ines, meeting)).corrections.map(({ outcome }) => outcome)).toEqual(["Acceptée", null]);
  });

  it("is refused after adoption with its words kept, or when it says nothing", async () => {
    const meeting = await openedMinutes();
    expect(problemOf(await correct(ines, meeting, "dix", "dix"))?.fields?.plutot).toBeDefined();
    expect(problemOf(await correct(ines, meeting, " ", "dix"))?.fields?.mots).toBeDefined();
    await adopt(audrey, meeting);
    const late = await correct(ines, meeting, "dix", "douze");
    expect([late.status, problemOf(late)?.code, problemOf(late)?.values]).toEqual([409, "minutes.adopted", { mots: "dix", plutot: "douze" }]);
  });

  it("that waited when they were adopted makes a new version when the committee accepts it", async () => {
    const meeting = await openedMinutes("On sort dix minutes.");
    await correct(ines, meeting, "dix", "onze");
    const id = await lastOf(meeting);
    await adopt(audrey, meeting);
    expect((await accept(yasmine, meeting, id, "On sort onze minutes.", 1)).status).toBe(403);
    expect((await accept(audrey, meeting, id, "On sort onze minutes.", 1)).status).toBe(303);
    expect(await minutesOf(karine, meeting)).toMatchObject({ number: 2, html: "<p>On sort onze minutes.</p>" });
  });
});

describe("a follow-up", () => {
  type Page = { open: { id: number; body: string; mayFinish: boolean }[]; done: unknown[]; leads: boolean };
  const soon = (inDays: number) => new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);
  const page = async (by: Person, meeting: Held) => (await by.get(followUpsRoute.loader, "/", params(meeting))).data as Page;
  const entrust = async (by: Person, meeting: Held, to: Person, date = soon(10), quoi = "Envoyer la liste") => by.post(followUpsRoute.action, "/", { cle: await by.key(), quoi, personne: String(to.id), date }, params(meeting));
  const state = async (by: Person, meeting: Held, id: number, etat: string) => by.post(followUpStateRoute.action, "/", { cle: await by.key(), etat }, { ...params(meeting), followUp: String(id) });
  const todos = async (by: Person) => ((await by.get(homeRoute.loader, "/")).data as { todos: { text: string }[] }).todos.map(({ text }) => text);

  it("is entrusted by those responsible, seen in « À faire », and done by the person", async () => {
    const meeting = await heldMeeting();
    expect((await entrust(ines, meeting, karine)).status).toBe(403);
    expect((await entrust(yasmine, meeting, karine)).status).toBe(303);
    expect(await todos(karine)).toContain("Envoyer la liste");
    const id = (await page(karine, meeting)).open[0]?.id ?? 0;
    expect((await page(ines, meeting)).open[0]?.mayFinish).toBe(false);
    expect((await state(ines, meeting, id, "fait")).status).toBe(403);
    expect((await state(karine, meeting, id, "fait")).status).toBe(303);
    expect(await todos(karine)).not.toContain("Envoyer la liste");
    expect((await state(yasmine, meeting, id, "a-faire")).status).toBe(303);
    expect(await todos(karine)).toContain("Envoyer la liste");
  });

  it("has something to do, a person who is here, and a day to come", async () => {
    const meeting = await heldMeeting();
    expect(problemOf(await entrust(yasmine, meeting, karine, soon(10), " "))?.fields?.quoi).toBeDefined();
    expect(problemOf(await entrust(yasmine, meeting, karine, soon(-3)))?.fields?.date).toBeDefined();
    expect(problemOf(await entrust(yasmine, meeting, karine, "2027-02-30"))?.fields?.date).toBeDefined();
    const gone = await world.join("Nicole Partie");
    await world.sql`update members set state = 'left' where id = ${gone.id}`;
    expect(problemOf(await entrust(yasmine, meeting, gone))?.code).toBe("follow-up.person-gone");
    const other = await heldMeeting();
    await entrust(yasmine, meeting, karine);
    expect((await state(karine, other, (await page(karine, meeting)).open[0]?.id ?? 0, "fait")).status).toBe(404);
  });

  it("is reminded of once, two days before, and anew when its day changes", async () => {
    const meeting = await heldMeeting();
    await entrust(yasmine, meeting, ines, soon(10));
    const id = (await page(ines, meeting)).open[0]?.id ?? 0;
    const reminders = async () => (await world.sql`select 1 from notifications where member_id = ${ines.id} and kind = 'follow-up-due' and subject like ${`follow-up-${id}-%`}`).length;
    days(7);
    await remindOfFollowUps();
    expect(await reminders()).toBe(0);
    days(8);
    await Promise.all([remindOfFollowUps(), remindOfFollowUps()]);
    await remindOfFollowUps();
    expect(await reminders()).toBe(1);
    setClock(() => new Date());
    const revised = await yasmine.post(followUpRoute.action, "/", { cle: await yasmine.key(), quoi: "Envoyer la liste", personne: String(ines.id), date: soon(20), version: "1" }, { ...params(meeting), followUp: String(id) });
    expect(revised.status).toBe(303);
    const again = await yasmine.post(followUpRoute.action, "/", { cle: await yasmine.key(), quoi: "Autre", personne: String(ines.id), date: soon(20), version: "1" }, { ...params(meeting), followUp: String(id) });
    expect(problemOf(again)?.code).toBe("follow-up.moved");
    days(18);
    await remindOfFollowUps();
    expect(await reminders()).toBe(2);
  });
});
