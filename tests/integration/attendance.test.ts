import { randomUUID } from "node:crypto";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MemberActor } from "~/kit/actor";
import { attestationPaper } from "~/features/attendance/attestation.server";
import * as cardRoute from "~/routes/moments.$id.cartes._index";
import * as cardBackRoute from "~/routes/moments.$id.cartes.$card.retrait";
import * as topicRoute from "~/routes/sujets.$id._index";
import type { topicPage } from "~/features/topic/pages.server";
import * as cardTopicRoute from "~/routes/moments.$id.cartes.$card.sujet";
import * as meetingRoute from "~/routes/moments.$id._index";
import * as paperRoute from "~/routes/moments.$id.rencontres.$sitting.attestation";
import * as doorRoute from "~/routes/moments.$id.rencontres.$sitting.presences._index";
import * as actsRoute from "~/routes/moments.$id.rencontres.$sitting.presences.actes";
import * as arrivalsRoute from "~/routes/moments.$id.rencontres.$sitting.presences.arrivees";
import * as newsRoute from "~/routes/moments.$id.rencontres.$sitting.presences.nouveautes";
import * as visitorRoute from "~/routes/moments.$id.rencontres.$sitting.presences.visites";
import * as heldRoute from "~/routes/moments.$id.rencontres.$sitting.tenue";
import { openAnswerWorld, type AnswerWorld, type Held } from "./answer-world";
import type { Answer, Person } from "./thread-world";

let world: AnswerWorld;
let audrey: Person;
let ines: Person;
let karine: Person;
let today: Held;

beforeAll(async () => {
  world = await openAnswerWorld();
  ({ audrey } = world);
  ines = await world.join("Inès Benkhelil", { organisation: "CPE Les Lilas" });
  karine = await world.join("Karine Tousignant", { organisation: "Maison de la famille" });
  today = await world.meet({ inHours: -1, pole: "Nicolet" }, { inHours: -1, pole: "Bécancour" });
});
afterAll(() => world.close());

const params = ({ id, sittings }: Held, place = 0) => ({ id: String(id), sitting: String(sittings[place] ?? 0) });
/** What a page was told, or a script by JSON. */
const toldOf = ({ data, body }: Answer): unknown => data ?? (body === "" ? null : JSON.parse(body));
const codeOf = (answer: Answer): string | undefined => (toldOf(answer) as { problem?: { code: string } } | null)?.problem?.code;
const formOf = (fields: [string, string][]): FormData => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};
const fieldsOf = ({ data }: Answer): Record<string, string> | undefined => (data as { problem?: { fields?: Record<string, string> } }).problem?.fields;
const line = (person: Person | number, present: boolean, { age = 0, key = randomUUID() }: { age?: number; key?: string } = {}) => `${key}:m${typeof person === "number" ? person : person.id}:${present ? "oui" : "non"}:${age}`;
const acts = (by: Person, meeting: Held, ...lines: string[]) => by.post(actsRoute.action, "/", formOf(lines.map((one) => ["acte", one])), params(meeting));
type Door = { people: { ref: string; name: string; present: boolean; awaited: boolean }[]; open: boolean };
const door = async (by: Person, meeting = today, place = 0) => (await by.get(doorRoute.loader, "/", params(meeting, place))).data as Door;
const isThere = async (person: Person, meeting = today) => (await door(audrey, meeting)).people.find(({ ref }) => ref === `m${person.id}`)?.present;
const duty = (person: Person, meeting: Held, role = "notes", place = 0) =>
  world.sql`insert into duties (sitting_id, role, state, member_id, planned_id, since) values (${meeting.sittings[place] ?? 0}, ${role}, 'accepted', ${person.id}, ${person.id}, now())`;

describe("the list at the door", () => {
  it("is there for the committee and those responsible, and for nobody else", async () => {
    const meeting = await world.meet({ inHours: -1 });
    expect((await ines.get(doorRoute.loader, "/", params(meeting))).status).toBe(404);
    expect(codeOf(await acts(ines, meeting, line(karine, true)))).toBe("thing.absent");
    await duty(ines, meeting);
    expect((await ines.get(doorRoute.loader, "/", params(meeting))).status).toBe(200);
    expect((await acts(ines, meeting, line(karine, true))).status).toBe(200);
    expect((await karine.get(doorRoute.loader, "/", params(meeting))).status).toBe(404);
  });

  it("knows everyone, those who are awaited apart", async () => {
    const meeting = await world.meet({ inHours: 1 });
    await world.answer(ines, meeting, "oui");
    const { people, open } = await door(audrey, meeting);
    expect(open).toBe(true);
    expect(people.find(({ ref }) => ref === `m${ines.id}`)).toMatchObject({ awaited: true, present: false });
    expect(people.find(({ ref }) => ref === `m${karine.id}`)).toMatchObject({ awaited: false });
  });

  it("expects those who come without an account, and notes each of them once, whoever ticks them", async () => {
    const meeting = await world.meet({ inHours: 1, pole: "Nicolet" }, { inHours: 1, pole: "Bécancour" });
    const [sitting, other] = meeting.sittings;
    const [guest] = await world.sql`insert into sitting_guests (sitting_id, name, organisation, added_by, added_at) values (${sitting ?? 0}, 'Odile Marchand', 'Joujouthèque', ${audrey.id}, now()) returning id`;
    const ref = `g${String(guest?.id)}`;
    const odile = async () => (await door(audrey, meeting)).people.filter(({ name }) => name === "Odile Marchand");
    expect(await odile()).toMatchObject([{ ref, awaited: true, present: false }]);
    const ticks = [5_000, 0].map((age, turn) => `${randomUUID()}:${ref}:${turn === 0 ? "non" : "oui"}:${age}`);
    await Promise.all(ticks.map((one) => acts(audrey, meeting, one)));
    expect(await odile()).toMatchObject([{ ref, present: true }]);
    expect(toldOf(await audrey.get(newsRoute.loader, "/", params(meeting)))).toMatchObject({ present: { [ref]: true } });
    // Of another sitting, they are not known.
    expect(other).not.toBe(sitting);
    expect(toldOf(await audrey.post(actsRoute.action, "/", formOf([["acte", `${randomUUID()}:${ref}:oui:0`]]), params(meeting, 1)))).toMatchObject({ gone: [expect.any(String)] });
  });

  it("takes a tick once, however often it is sent", async () => {
    const once = line(ines, true, { age: 4_000 });
    for (let n = 0; n < 3; n += 1) expect(toldOf(await acts(audrey, today, once))).toEqual({ gone: [] });
    expect(await isThere(ines)).toBe(true);
    const [row] = await world.sql`select count(*)::int as rows from attendances where member_id = ${ines.id} and sitting_id = ${today.sittings[0] ?? 0}`;
    expect(row?.rows).toBe(1);
  });

  it("lets the last act stand, by when it was done and not by when it arrived", async () => {
    await acts(audrey, today, line(karine, false, { age: 1_000 }));
    await acts(audrey, today, line(karine, true, { age: 600_000 }));
    expect(await isThere(karine)).toBe(false);
    await acts(audrey, today, line(karine, true));
    expect(await isThere(karine)).toBe(true);
  });

  it("is the same for two phones, whoever of them comes last", async () => {
    const people = await world.people(6, "Personne à la porte");
    const sent = people.flatMap((person) => [line(person, true, { age: 3_000 }), line(person, false, { age: 2_000 }), line(person, true, { age: 1_000 })]);
    await Promise.all([acts(audrey, today, ...sent), acts(audrey, today, ...[...sent].reverse()), ...sent.map((one) => acts(audrey, today, one))]);
    const { people: listed } = await door(audrey);
    expect(people.map(({ id }) => listed.find(({ ref }) => ref === `m${id}`)?.present)).toEqual(people.map(() => true));
    expect(toldOf(await audrey.get(newsRoute.loader, "/", params(today)))).toMatchObject({ present: Object.fromEntries(people.map(({ id }) => [`m${id}`, true])) });
  });

  it("says of somebody who left that nothing was noted, and notes the others", async () => {
    const gone = await world.join("Nicole Partie");
    await world.sql`update members set state = 'left' where id = ${gone.id}`;
    const key = randomUUID();
    const answer = await acts(audrey, today, line(gone, true, { key }), line(ines, true));
    expect(toldOf(answer)).toEqual({ gone: [key] });
    expect(toldOf(await acts(audrey, today, line(987_654, true, { key })))).toEqual({ gone: [key] });
    expect((await world.sql`select 1 from attendances where member_id = ${gone.id}`).length).toBe(0);
  });

  it("is not there for the sitting of another meeting", async () => {
    const other = await world.meet({ inHours: -1 });
    const mixed = { id: String(other.id), sitting: String(today.sittings[0]) };
    expect((await audrey.get(doorRoute.loader, "/", mixed)).status).toBe(404);
    expect((await audrey.post(actsRoute.action, "/", formOf([["acte", line(ines, true)]]), mixed)).status).toBe(404);
  });

  it("is closed long before the sitting, and where it does not take place", async () => {
    const later = await world.meet({ inHours: 30 });
    expect((await door(audrey, later)).open).toBe(false);
    expect(codeOf(await acts(audrey, later, line(ines, true)))).toBe("attendance.too-early");
    const off = await world.meet({ inHours: -1 });
    await world.sql`update sittings set cancelled_at = now(), cancelled_by = ${audrey.id}, cancelled_reason = 'Neige' where id = ${off.sittings[0] ?? 0}`;
    expect(codeOf(await acts(audrey, off, line(ines, true)))).toBe("attendance.off");
  });

  it("comes back from a page without a script with what its writer changed, and leaves the rest", async () => {
    const meeting = await world.meet({ inHours: -1 });
    await acts(audrey, meeting, line(ines, true));
    const fields: [string, string][] = [["cle", await audrey.key()], ["avant", `m${ines.id}`], ["present", `m${karine.id}`]];
    const other = line(audrey, true);
    await acts(audrey, meeting, other);
    expect((await audrey.post(doorRoute.action, "/", formOf(fields), params(meeting))).location).toMatch(/presences\?fait=liste$/);
    expect([await isThere(ines, meeting), await isThere(karine, meeting), await isThere(audrey, meeting)]).toEqual([false, true, true]);
  });
});

describe("someone without an account", () => {
  it("is a name and where they work, once however often a phone says so", async () => {
    const meeting = await world.meet({ inHours: -1 });
    const arrival = { nom: "Solange Petit", organisation: "Maison de la famille", acte: randomUUID(), age: "90000" };
    for (let n = 0; n < 2; n += 1) expect((await audrey.post(arrivalsRoute.action, "/", arrival, params(meeting))).status).toBe(200);
    const form = { cle: await audrey.key(), nom: "Réal Grand", organisation: "" };
    expect((await audrey.post(visitorRoute.action, "/", form, params(meeting))).status).toBe(303);
    const { people } = await door(audrey, meeting);
    expect(people.filter(({ ref }) => ref.startsWith("v")).map(({ name, present }) => [name, present])).toEqual([["Réal Grand", true], ["Solange Petit", true]]);
    const ref = people.find(({ name }) => name === "Solange Petit")?.ref ?? "";
    await acts(audrey, meeting, `${randomUUID()}:${ref}:non:0`);
    expect((await door(audrey, meeting)).people.find((one) => one.ref === ref)?.present).toBe(false);
  });

  it("needs a name", async () => {
    const answer = await audrey.post(visitorRoute.action, "/", { cle: await audrey.key(), nom: " ", organisation: "CPE" }, params(today));
    expect([answer.status, fieldsOf(answer)]).toEqual([422, { nom: "Écrivez son nom." }]);
  });
});

describe("that it took place", () => {
  it("is said by those responsible, once it has begun", async () => {
    const meeting = await world.meet({ inHours: -1 });
    const hold = async (by: Person, of = meeting) => by.post(heldRoute.action, "/", { cle: await by.key() }, params(of));
    expect((await hold(ines)).status).toBe(404);
    await duty(ines, meeting, "facilitation");
    expect((await hold(ines)).status).toBe(303);
    const [row] = await world.sql`select held_by::int as by from sittings where id = ${meeting.sittings[0] ?? 0}`;
    expect(row?.by).toBe(ines.id);
    expect(codeOf(await hold(audrey, await world.meet({ inHours: 1 })))).toBe("sitting.too-early");
  });
});

describe("the attestation of who was there", () => {
  const textOf = async (bytes: Buffer) => {
    const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: true }).promise;
    const page = await pdf.getPage(1);
    const words = (await page.getTextContent()).items.map((item) => ("str" in item ? item.str : "")).join(" ");
    return { words: words.replace(/\s+/g, " "), meta: await pdf.getMetadata(), tree: await page.getStructTree() };
  };

  it("names who, what, when, how long, where and who noted it, and reads well", async () => {
    const meeting = await world.meet({ inHours: -3, pole: "Nicolet" });
    await duty(karine, meeting, "facilitation");
    await acts(karine, meeting, line(ines, true));
    const answer = await ines.get(paperRoute.loader, "/", params(meeting));
    expect(answer.status).toBe(200);
    const { words, meta, tree } = await textOf(await attestationPaper((await ines.actor()) as MemberActor, { meetingId: meeting.id, sittingId: meeting.sittings[0] ?? 0 }));
    for (const part of ["Attestation de présence", "Inès Benkhelil", "CPE Les Lilas", "Parler avec les tout-petits", "2 h", "Nicolet, Salle A", "Karine Tousignant"]) expect(words).toContain(part);
    expect((meta.info as { Title: string }).Title).toBe("Attestation de présence – Inès Benkhelil");
    expect((meta.info as { Language: string }).Language).toBe("fr-CA");
    expect(JSON.stringify(tree)).toMatch(/"role":"H1"/);
  });

  it("is not there for whoever was absent, for another person's presence, or before the end", async () => {
    const meeting = await world.meet({ inHours: -3 });
    await acts(audrey, meeting, line(ines, true), line(karine, true));
    await acts(audrey, meeting, line(karine, false));
    expect((await ines.get(paperRoute.loader, "/", params(meeting))).status).toBe(200);
    for (const other of [karine, audrey]) expect((await other.get(paperRoute.loader, "/", params(meeting))).status).toBe(404);
    await acts(audrey, today, line(ines, true));
    expect((await ines.get(paperRoute.loader, "/", params(today))).status).toBe(404);
  });

  it("is offered on the page of the meeting to whoever was there", async () => {
    const meeting = await world.meet({ inHours: -3 });
    await acts(audrey, meeting, line(ines, true));
    type Page = { day: { attestations: { attestation: string }[]; doors: unknown[] } };
    const of = async (person: Person) => ((await person.get(meetingRoute.loader, "/", { id: String(meeting.id) })).data as Page).day;
    expect(await of(ines)).toMatchObject({ attestations: [{ attestation: `/moments/${meeting.id}/rencontres/${meeting.sittings[0]}/attestation` }], doors: [] });
    expect((await of(karine)).attestations).toEqual([]);
    expect((await of(audrey)).doors).toHaveLength(1);
  });
});

describe("cards", () => {
  type Cards = { sittings: { writes: boolean; cards: { id: number; body: string; mine: boolean; topic: { name: string } | null; mayGather: boolean; mayRemove: boolean }[] }[] };
  const cards = async (by: Person, meeting: Held) => (await by.get(cardRoute.loader, "/", params(meeting))).data as Cards;
  const note = async (by: Person, meeting: Held, carte: string, place = 0) => by.post(cardRoute.action, "/", { cle: await by.key(), rencontre: String(meeting.sittings[place]), carte }, params(meeting));
  const of = (meeting: Held, card: number) => ({ ...params(meeting), card: String(card) });

  it("are laid by whoever was there, and say nobody's name", async () => {
    const meeting = await world.meet({ inHours: -1 });
    expect((await note(karine, meeting, "Le sommeil")).status).toBe(403);
    await acts(audrey, meeting, line(karine, true));
    expect((await note(karine, meeting, "Revenir sur le sommeil en groupe")).status).toBe(303);
    const [sitting] = (await cards(ines, meeting)).sittings;
    expect(sitting).toMatchObject({ writes: false, cards: [{ body: "Revenir sur le sommeil en groupe", mine: false, mayGather: false, mayRemove: false }] });
    expect(JSON.stringify(sitting)).not.toContain("Karine");
  });

  it("are refused empty, too long, of another meeting, or before it begins", async () => {
    const other = await world.meet({ inHours: -1 });
    expect(fieldsOf(await note(audrey, today, "  "))).toEqual({ carte: "Écrivez quelques mots." });
    expect(fieldsOf(await note(audrey, today, "a".repeat(201)))?.carte).toMatch(/200/);
    expect((await audrey.post(cardRoute.action, "/", { cle: await audrey.key(), rencontre: String(other.sittings[0]), carte: "Le jeu" }, params(today))).status).toBe(404);
    expect(codeOf(await note(audrey, await world.meet({ inHours: 3 }), "Le jeu"))).toBe("card.too-early");
  });

  it("become a subject in one act, once, or join one that is there", async () => {
    const meeting = await world.meet({ inHours: -1 });
    for (const words of ["Les transitions vers la maternelle", "Encore le sommeil", "Le jeu dehors"]) await note(audrey, meeting, words);
    const [first, second, third] = (await cards(audrey, meeting)).sittings[0]?.cards.map(({ id }) => id) ?? [];
    const gather = async (by: Person, card: number, fields: Record<string, string>) => by.post(cardTopicRoute.action, "/", { cle: await by.key(), nom: "", sujet: "", ...fields }, of(meeting, card));
    expect((await gather(karine, first ?? 0, { nom: "Les transitions" })).status).toBe(403);
    expect((await gather(audrey, first ?? 0, { nom: "Les transitions" })).status).toBe(303);
    const [topic] = await world.sql`select id::int, state, asked_at is not null as asked from topics where name = 'Les transitions'`;
    expect(topic).toMatchObject({ state: "proposed", asked: true });
    expect(codeOf(await gather(audrey, first ?? 0, { nom: "Autre chose" }))).toBe("card.settled");
    expect((await gather(audrey, second ?? 0, { sujet: String(topic?.id) })).status).toBe(303);
    expect(fieldsOf(await gather(audrey, third ?? 0, {}))?.nom).toBeDefined();
    expect((await gather(audrey, third ?? 0, { sujet: "999999" })).status).toBe(404);
    expect((await cards(audrey, meeting)).sittings[0]?.cards.map((card) => card.topic?.name ?? null)).toEqual(["Les transitions", "Les transitions", null]);
    // Who wrote the cards asks for it, once each, with nobody's name or vote; who gathered them does not.
    const writers = new Set((await world.sql`select written_by from meeting_cards where topic_id = ${topic?.id}`).map((row) => Number(row.written_by)));
    const page = (await audrey.get(topicRoute.loader, "/", { id: String(topic?.id) })).data as Awaited<ReturnType<typeof topicPage>>;
    expect(page.demand).toContain(`Demandé par ${writers.size} personne`);
    expect(page.steps).toMatchObject([{ words: "Demandé sur une carte", link: { to: `/moments/${meeting.id}` } }]);
    expect(await world.sql`select 1 from topic_supports where topic_id = ${topic?.id}`).toHaveLength(0);
  });

  it("are taken back by who laid them, unless they are a subject", async () => {
    const meeting = await world.meet({ inHours: -1 });
    await acts(audrey, meeting, line(karine, true), line(ines, true));
    await note(karine, meeting, "Une carte de trop");
    const id = (await cards(karine, meeting)).sittings[0]?.cards[0]?.id ?? 0;
    const back = async (by: Person) => by.post(cardBackRoute.action, "/", { cle: await by.key() }, of(meeting, id));
    expect((await back(ines)).status).toBe(403);
    expect((await back(karine)).status).toBe(303);
    expect((await cards(karine, meeting)).sittings[0]?.cards).toEqual([]);
  });
});
