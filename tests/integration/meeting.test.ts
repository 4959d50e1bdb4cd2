import type { ActionFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAnswerWorld, type AnswerWorld } from "./answer-world";
import type { Answer, Person } from "./thread-world";
import { problemCode } from "./turns-world";
import * as planned from "~/routes/comite.moments.$id._index";
import * as copied from "~/routes/comite.moments.$id.copie";
import * as opened from "~/routes/comite.moments.$id.ouverture";
import * as speaker from "~/routes/comite.moments.$id.personnes._index";
import * as speakerGone from "~/routes/comite.moments.$id.personnes.$speaker.retrait";
import * as repeated from "~/routes/comite.moments.$id.poles";
import * as sitting from "~/routes/comite.moments.$id.rencontres.$sitting._index";
import * as cancelled from "~/routes/comite.moments.$id.rencontres.$sitting.annulation";
import * as postponed from "~/routes/comite.moments.$id.rencontres.$sitting.report";
import * as held from "~/routes/comite.moments.$id.rencontres.$sitting.tenue";
import * as planning from "~/routes/comite.moments.nouveau";
import * as seen from "~/routes/moments.$id._index";

type Handler = (args: ActionFunctionArgs) => Promise<unknown>;
type Params = Record<string, string>;

let world: AnswerWorld;
let audrey: Person;
let ines: Person;
let poles: number[];

beforeAll(async () => {
  world = await openAnswerWorld();
  ({ audrey } = world);
  ines = await world.join("Inès Un");
  poles = [];
  for (const name of ["Port", "Grives", "Oseille", "Ludivine"]) poles.push(Number((await world.sql`insert into poles (name, zone) values (${name}, ${name === "Ludivine" ? "America/Halifax" : "America/Toronto"}) returning id`)[0]?.id));
});
afterAll(() => world.close());

const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
/** The day on which clocks change next year: the second Sunday of March, the first one of November. */
const changeOf = (month: 3 | 11): string => {
  const first = new Date(Date.UTC(new Date().getUTCFullYear() + 1, month - 1, 1));
  const sunday = 1 + ((7 - first.getUTCDay()) % 7) + (month === 3 ? 7 : 0);
  return new Date(Date.UTC(first.getUTCFullYear(), month - 1, sunday)).toISOString().slice(0, 10);
};
const post = async (person: Person, route: { action: unknown }, params: Params, fields: Params | [string, string][]): Promise<Answer> => {
  const form = new FormData();
  for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields)) form.append(name, value);
  form.set("cle", await person.key());
  return person.post(route.action as Handler, "/", form, params);
};
const blank = { sujets: "", objectifs: "", question: "", ordre: "", pole: "", heure: "13:30", fuseau: "America/Toronto", duree: "120", lieu: "", lien: "", places: "", limite: "" };
const fieldsOf = ({ data }: Answer): Record<string, string> => (data as { problem?: { fields?: Record<string, string> } } | null)?.problem?.fields ?? {};

/** Plans a meeting; returns its number and that of its first sitting. */
async function plan(over: Params = {}): Promise<{ id: string; sitting: string }> {
  const made = await post(audrey, planning, {}, { ...blank, titre: "Le sommeil", date: day(30), ...over });
  const id = /\/comite\/moments\/(\d+)/.exec(made.location ?? "")?.[1] ?? "";
  const [row] = await world.sql`select id from sittings where meeting_id = ${Number(id)} order by id limit 1`;
  return { id, sitting: String(row?.id ?? "") };
}
const rows = (id: string) => world.sql`select id::int, local_start::text as start, zone, duration_minutes as minutes, capacity, place, sequence, revision, cancelled_at is not null as cancelled, postponed_at is not null as postponed, pole_id::int as pole from sittings where meeting_id = ${Number(id)} order by id`;
const valuesOf = async (where: { id: string; sitting: string }): Promise<Params> => {
  const page = (await audrey.get(sitting.loader as Handler, "/", where)).data as { values: Params; version: number };
  return { ...page.values, version: String(page.version), portee: "une" };
};

describe("a meeting", () => {
  it("is a draft that the committee alone sees, until it is opened with its discussion, once however often that is pressed", async () => {
    const where = await plan();
    expect((await ines.get(seen.loader as Handler, "/", where)).status).toBe(404);
    const both = await Promise.all([post(audrey, opened, where, {}), post(audrey, opened, where, {})]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await ines.get(seen.loader as Handler, "/", where)).status).toBe(200);
    expect((await world.sql`select count(*)::int as threads from threads t join meetings m on m.thread_id = t.id where m.id = ${Number(where.id)}`)[0]?.threads).toBe(1);
  });

  it("without a date is an idea, and is not opened", async () => {
    const where = await plan({ date: "", heure: "" });
    expect(where.sitting).toBe("");
    expect(problemCode(await post(audrey, opened, where, {}))).toBe("meeting.without-date");
  });

  it("is refused with a sentence beside the field: an end before its start, a past day, a date that is none, an hour that spring skips, one that autumn repeats", async () => {
    const refused = async (over: Params) => fieldsOf(await post(audrey, planning, {}, { ...blank, titre: "Le sommeil", date: day(30), ...over }));
    expect((await refused({ duree: "-60" })).duree).toMatch(/fin tomberait avant le début/);
    expect((await refused({ date: day(-3) })).date).toMatch(/passé/);
    expect((await refused({ date: `${new Date().getUTCFullYear() + 1}-02-30` })).date).toMatch(/n’existe pas/);
    expect((await refused({ date: changeOf(3), heure: "02:30" })).heure).toMatch(/n’existe pas/);
    expect((await refused({ date: changeOf(11), heure: "01:30" })).laquelle).toMatch(/deux fois/);
    expect((await refused({ limite: day(40) })).limite).toMatch(/après la rencontre/);
    expect((await refused({ lien: "http://ailleurs.exemple" })).lien).toMatch(/https/);
    const second = await plan({ date: changeOf(11), heure: "01:30", laquelle: "2" });
    expect((await world.sql`select starts_at at time zone 'UTC' = ${`${changeOf(11)} 06:30`}::timestamp as right from sittings where id = ${Number(second.sitting)}`)[0]?.right).toBe(true);
  });

  it("is repeated in the poles in one act, each with its own clocks", async () => {
    const where = await plan({ pole: String(poles[0]), places: "20", duree: "90" });
    const lines = poles.slice(1).flatMap((pole, index): [string, string][] => [["pole", String(pole)], ["date", index === 1 ? "" : day(40 + index)], ["heure", "09:00"], ["lieu", `Salle ${index}`]]);
    expect((await post(audrey, repeated, where, lines)).status).toBe(303);
    expect((await rows(where.id)).map(({ pole, minutes, capacity, zone }) => [pole, minutes, capacity, zone])).toEqual([
      [poles[0], 90, 20, "America/Toronto"],
      [poles[1], 90, 20, "America/Toronto"],
      [poles[3], 90, 20, "America/Halifax"],
    ]);
    expect(Object.keys(fieldsOf(await post(audrey, repeated, where, [["pole", String(poles[2])], ["date", ""], ["heure", "09:00"], ["lieu", ""]])))).toEqual(["date"]);
  });

  it("is changed in one sitting or in all of them: hour, duration and seats are common, date, pole and place each one's own", async () => {
    const where = await plan({ pole: String(poles[0]) });
    await post(audrey, repeated, where, [["pole", String(poles[1])], ["date", day(45)], ["heure", "13:30"], ["lieu", "Chalet"]]);
    await post(audrey, sitting, where, { ...(await valuesOf(where)), duree: "60" });
    expect((await rows(where.id)).map(({ minutes }) => minutes)).toEqual([60, 120]);
    await post(audrey, sitting, where, { ...(await valuesOf(where)), heure: "10:00", places: "12", lieu: "Biblio", portee: "toutes" });
    expect((await rows(where.id)).map(({ start, capacity, place }) => [String(start).slice(11, 16), capacity, place])).toEqual([["10:00", 12, "Biblio"], ["10:00", 12, "Chalet"]]);
    expect(new Set((await rows(where.id)).map(({ start }) => String(start).slice(0, 10))).size).toBe(2);
    const stale = await post(audrey, sitting, where, { ...(await valuesOf(where)), version: "1" });
    expect(problemCode(stale)).toBe("meeting.moved");
  });

  it("tells a calendar of real changes alone", async () => {
    const where = await plan();
    const sequence = async () => (await rows(where.id))[0]?.sequence as number;
    await post(audrey, sitting, where, { ...(await valuesOf(where)), places: "9" });
    expect(await sequence()).toBe(0);
    await post(audrey, sitting, where, { ...(await valuesOf(where)), lieu: "Ailleurs" });
    expect(await sequence()).toBe(1);
  });

  it("is cancelled for a storm in one pole or in all, with a reason; what is over changes no more", async () => {
    const where = await plan({ pole: String(poles[0]) });
    await post(audrey, repeated, where, [["pole", String(poles[1])], ["date", day(45)], ["heure", "13:30"], ["lieu", ""]]);
    expect(fieldsOf(await post(audrey, cancelled, where, { raison: "", portee: "une" })).raison).toBeTruthy();
    expect((await post(audrey, cancelled, where, { raison: "Tempête", portee: "une" })).status).toBe(303);
    expect((await rows(where.id)).map((row) => row.cancelled)).toEqual([true, false]);
    expect(problemCode(await post(audrey, sitting, where, { ...(await valuesOf(where)), duree: "60" }))).toBe("sitting.ended");
    expect(problemCode(await post(audrey, held, where, {}))).toBe("sitting.ended");
    await post(audrey, cancelled, { ...where, sitting: String((await rows(where.id))[1]?.id) }, { raison: "Tempête", portee: "toutes" });
    expect((await rows(where.id)).map((row) => row.cancelled)).toEqual([true, true]);
  });

  it("is postponed until it gets another date, and held only once it has begun", async () => {
    const where = await plan();
    await post(audrey, postponed, where, { raison: "Conférencière malade", portee: "une" });
    expect((await rows(where.id))[0]?.postponed).toBe(true);
    await post(audrey, sitting, where, { ...(await valuesOf(where)), date: day(60) });
    expect((await rows(where.id))[0]?.postponed).toBe(false);
    expect(problemCode(await post(audrey, held, where, {}))).toBe("sitting.too-early");
  });

  it("is copied with its contents and its people, without dates and without answers", async () => {
    const where = await plan({ objectifs: "Mieux dormir", ordre: "15 min Accueil", sujets: "Sommeil" });
    await post(audrey, speaker, where, { compte: "", nom: "Docteure Untel", fonction: "", organisation: "Clinique", presentation: "" });
    await post(audrey, opened, where, {});
    await world.answer(ines, { id: Number(where.id), sittings: [Number(where.sitting)] }, "oui");
    const copy = /(\d+)\?/.exec((await post(audrey, copied, where, {})).location ?? "")?.[1] ?? "";
    const [row] = await world.sql`select title, objectives_body as objectives, opened_at, (select count(*)::int from sittings where meeting_id = m.id) as sittings, (select count(*)::int from meeting_answers where meeting_id = m.id) as answers,
      (select string_agg(name, ',') from speakers where meeting_id = m.id) as speakers, (select count(*)::int from agenda_items where meeting_id = m.id) as points, (select count(*)::int from meeting_topics where meeting_id = m.id) as topics from meetings m where id = ${Number(copy)}`;
    expect(row).toEqual({ title: "Le sommeil", objectives: "Mieux dormir", opened_at: null, sittings: 0, answers: 0, speakers: "Docteure Untel", points: 1, topics: 1 });
  });

  it("loses a speaker who is taken off, and keeps the name of one whose account goes; nobody who comes is put out", async () => {
    const where = await plan({ places: "1" });
    await post(audrey, opened, where, {});
    const expert = await world.join("Experte Membre");
    const meeting = { id: Number(where.id), sittings: [Number(where.sitting)] };
    await post(audrey, speaker, where, { compte: String(expert.id), nom: "", fonction: "", organisation: "", presentation: "" });
    await post(audrey, speaker, where, { compte: "", nom: "Docteure Untel", fonction: "", organisation: "", presentation: "" });
    await world.answer(expert, meeting, "oui");
    await world.answer(ines, meeting, "oui");
    const [mine] = await world.sql`select id from speakers where member_id = ${expert.id}`;
    expect((await post(audrey, speakerGone, { ...where, speaker: String(mine?.id) }, {})).status).toBe(303);
    expect((await post(audrey, speakerGone, { ...where, speaker: String(mine?.id) }, {})).status).toBe(303);
    await world.work();
    expect((await world.seats(Number(where.sitting))).coming.sort()).toEqual([expert.id, ines.id].sort());
    const page = (await ines.get(seen.loader as Handler, "/", where)).data as { meeting: { speakers: { name: string }[] } };
    expect(page.meeting.speakers.map(({ name }) => name)).toEqual(["Docteure Untel"]);
  });

  it("is changed by two of the committee at once without undoing one another, and by nobody else", async () => {
    const where = await plan();
    const content = { titre: "Autre titre", sujets: "", objectifs: "", question: "", ordre: "", version: "1" };
    const both = await Promise.all([post(audrey, planned, where, content), post(audrey, planned, where, { ...content, titre: "Troisième" })]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await post(ines, planned, where, content)).status).toBe(404);
    expect((await post(ines, cancelled, where, { raison: "Non", portee: "une" })).status).toBe(404);
  });
});
