import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "~/kit/clock.server";
import { holidaysOf } from "~/features/closing-day/model";
import * as homeRoute from "~/routes/_index";
import * as closingsRoute from "~/routes/comite.fermetures._index";
import * as slotsRoute from "~/routes/comite.moments.$id.dates.$poll.heures._index";
import * as removeSlotRoute from "~/routes/comite.moments.$id.dates.$poll.heures.$slot.retrait";
import * as openRoute from "~/routes/comite.moments.$id.dates.$poll.ouverture";
import * as requestRoute from "~/routes/comite.moments.$id.dates.$poll.demande";
import * as repeatRoute from "~/routes/comite.moments.$id.dates.$poll.reprise";
import * as pageRoute from "~/routes/moments.dates.$id._index";
import * as newsRoute from "~/routes/moments.dates.$id.nouveautes";
import { codeOf, dayIn, fieldsOf, openDateWorld, plainDay, type DateWorld } from "./date-world";
import type { Person } from "./thread-world";

let world: DateWorld;
let ines: Person;
let karine: Person;

beforeAll(async () => {
  world = await openDateWorld();
  ines = await world.join("Inès Benkhelil", { organisation: "CPE Les Lilas" });
  karine = await world.join("Karine Tousignant");
});
afterEach(async () => {
  setClock(() => new Date());
  await world.sql`delete from date_polls`;
});
afterAll(() => world.close());

const hour = (fields: Record<string, string>) => ({ date: plainDay(20), debut: "13:30", fin: "15:30", ...fields });
/** The first Sunday from a day of a month on, the next time there is one: the clocks change on it. */
function nextSunday(month: number, from: number): string {
  const year = new Date().getUTCFullYear();
  for (const candidate of [year, year + 1]) {
    const day = new Date(Date.UTC(candidate, month - 1, from));
    day.setUTCDate(from + ((7 - day.getUTCDay()) % 7));
    if (day.getTime() > Date.now() + 2 * 86_400_000) return day.toISOString().slice(0, 10);
  }
  return "";
}
const preparing = async () => {
  const meetingId = await world.draft();
  const { location } = await world.start(meetingId);
  return { meetingId, pollId: Number(/dates\/(\d+)/.exec(location ?? "")?.[1]) };
};

describe("preparing", () => {
  it("is the committee's alone until it is opened, and then everyone's", async () => {
    const where = await preparing();
    await world.act(slotsRoute, where, hour({}));
    expect((await ines.get(pageRoute.loader, "/x", { id: String(where.pollId) })).status).toBe(404);
    expect((await ines.get(newsRoute.loader, "/x", { id: String(where.pollId) })).status).toBe(404);
    expect((await world.act(slotsRoute, where, hour({}), {}, ines)).status).toBe(404);
    await world.act(openRoute, where);
    expect((await world.page(ines, where.pollId)).state).toBe("open");
  });

  it("seeks one date at a time in a pole, and says so", async () => {
    const [pole] = await world.sql`insert into poles (name, zone) values ('Val-des-Grives', 'America/Toronto') returning id`;
    const meetingId = await world.draft();
    expect((await world.start(meetingId, { pole: String(pole?.id) })).status).toBe(303);
    expect((await world.start(meetingId)).status).toBe(303);
    expect(codeOf(await world.start(meetingId, { pole: String(pole?.id) }))).toBe("date-poll.running");
  });

  it("keeps slots on the clocks of the pole, whatever zone it is in", async () => {
    const [pole] = await world.sql`insert into poles (name, zone) values ('Les Îles', 'America/Halifax') returning id`;
    const { pollId } = await world.seek([[plainDay(20), "13:30", "15:30"]], { fields: { pole: String(pole?.id) } });
    const [slot] = await world.sql`select local_start::text as local, zone, extract(epoch from starts_at at time zone 'America/Toronto' - local_start) as ahead from date_poll_slots where poll_id = ${pollId}`;
    expect(slot).toMatchObject({ local: `${plainDay(20)} 13:30:00`, zone: "America/Halifax" });
    expect(Number(slot?.ahead)).toBe(-3600);
  });

  it.each([
    [{ date: "" }, "date"],
    [{ date: "2027-02-30" }, "date"],
    [{ date: dayIn(-2) }, "date"],
    [{ fin: "12:00" }, "fin"],
    [{ fin: "" }, "fin"],
    [{ debut: "25:00" }, "debut"],
  ])("refuses %j with a sentence beside the field, and keeps what was typed", async (change, field) => {
    const where = await preparing();
    const answer = await world.act(slotsRoute, where, hour(change));
    expect(answer.status).toBe(422);
    expect(Object.keys(fieldsOf(answer))).toEqual([field]);
    expect((answer.data as { problem: { values: Record<string, string> } }).problem.values).toMatchObject(hour(change));
    expect(await world.slots(where.pollId)).toEqual([]);
  });

  it("explains an hour that does not exist, and asks which of one that comes twice", async () => {
    const where = await preparing();
    expect(fieldsOf(await world.act(slotsRoute, where, { date: nextSunday(3, 8), debut: "02:30", fin: "04:00" })).debut).toMatch(/n’existe pas/);
    const twice = { date: nextSunday(11, 1), debut: "01:30", fin: "03:00" };
    expect(fieldsOf(await world.act(slotsRoute, where, twice)).laquelle).toMatch(/deux fois/);
    await world.act(slotsRoute, where, { ...twice, laquelle: "2" });
    expect((await world.slots(where.pollId)).map(({ duration }) => duration)).toEqual([90]);
  });

  it("warns of holidays and of the pole's closing days, and proposes them only when it is meant", async () => {
    const patriots = holidaysOf(new Date().getUTCFullYear() + 1).find(({ name }) => name.includes("patriotes"))?.day ?? "";
    const closed = `${patriots.slice(0, 7)}-06`;
    const [pole, other] = await world.sql`insert into poles (name, zone) values ('Port-aux-Aulnes', 'America/Toronto'), ('Pointe', 'America/Toronto') returning id`;
    const close = async (fields: Record<string, string>) => world.audrey.post(closingsRoute.action, "/x", { cle: await world.audrey.key(), quoi: "Journée pédagogique", pole: "", du: closed, jusquau: "", ...fields });
    expect((await close({ pole: String(pole?.id) })).status).toBe(303);
    expect((await close({ quoi: "Relâche ailleurs", pole: String(other?.id) })).status).toBe(303);
    expect(fieldsOf(await close({ jusquau: `${patriots.slice(0, 7)}-05` })).jusquau).toMatch(/avant le premier/);
    expect(fieldsOf(await close({ du: "2027-02-30" })).du).toMatch(/n’existe pas/);
    const { location } = await world.start(await world.draft(), { pole: String(pole?.id) });
    const [, meetingId, pollId] = /moments\/(\d+)\/dates\/(\d+)/.exec(location ?? "") ?? [];
    const where = { meetingId: Number(meetingId), pollId: Number(pollId) };
    expect(fieldsOf(await world.act(slotsRoute, where, hour({ date: patriots }))).meme).toMatch(/^Férié\u00a0: Journée nationale des patriotes\. /);
    expect(fieldsOf(await world.act(slotsRoute, where, hour({ date: closed }))).meme).toMatch(/^Fermeture\u00a0: Journée pédagogique\. Cochez/);
    expect(await world.slots(where.pollId)).toEqual([]);
    await world.act(slotsRoute, where, hour({ date: closed, meme: "oui" }));
    const { days } = (await world.audrey.get(slotsRoute.loader, "/x", { id: String(meetingId), poll: String(pollId) })).data as { days: { off: string }[] };
    expect(days.map(({ off }) => off)).toEqual(["Fermeture\u00a0: Journée pédagogique"]);
    await world.sql`delete from closing_days`;
  });

  it("takes the hours of one day over to another, each once, or none where one cannot be", async () => {
    const where = await preparing();
    const [day, other] = [plainDay(20), plainDay(27)];
    await world.act(slotsRoute, where, hour({ date: day, debut: "09:00", fin: "11:00" }));
    await world.act(slotsRoute, where, hour({ date: day }));
    expect((await world.act(repeatRoute, where, { jour: day, vers: other })).status).toBe(303);
    expect((await world.act(repeatRoute, where, { jour: day, vers: other })).status).toBe(303);
    expect((await world.slots(where.pollId)).map(({ local, duration }) => `${local} ${duration}`)).toEqual([`${day} 09:00 120`, `${day} 13:30 120`, `${other} 09:00 120`, `${other} 13:30 120`]);
    expect(fieldsOf(await world.act(repeatRoute, where, { jour: day, vers: dayIn(-3) })).vers).toMatch(/passé/);
    expect(fieldsOf(await world.act(repeatRoute, where, { jour: day, vers: day })).vers).toMatch(/même jour/);
    expect(fieldsOf(await world.act(repeatRoute, where, { jour: day, vers: "2026-02-31" })).vers).toMatch(/n’existe pas/);
    expect(await world.slots(where.pollId)).toHaveLength(4);
  });

  it("opens only with an hour to come and a deadline that is not past, and tells two committee members of each other's change", async () => {
    const where = await preparing();
    expect(codeOf(await world.act(openRoute, where))).toBe("date-poll.without-slot");
    await world.act(slotsRoute, where, hour({}));
    const seen = (await world.audrey.get(requestRoute.loader, "/x", { id: String(where.meetingId), poll: String(where.pollId) })).data as { values: { avant: string } };
    const change = (fields: Record<string, string>) => world.act(requestRoute, where, { note: "", limite: dayIn(5), avant: seen.values.avant, ...fields });
    expect(fieldsOf(await change({ limite: dayIn(-1) })).limite).toMatch(/déjà passée/);
    expect((await change({ note: "Après le dîner, si possible." })).status).toBe(303);
    expect(codeOf(await change({ note: "Autre chose." }))).toBe("date-poll.moved");
    setClock(() => new Date(Date.now() + 6 * 86_400_000));
    expect(codeOf(await world.act(openRoute, where))).toBe("date-poll.over");
  });
});

describe("saying when one can", () => {
  it("keeps each tap by itself, the last one standing, and shows totals with the best first", async () => {
    const { pollId } = await world.seek();
    const [early, late, other] = await world.slots(pollId);
    if (!early || !late || !other) throw new Error("Three hours are proposed.");
    for (const choice of ["non", "besoin", "oui"]) expect((await world.tap(ines, pollId, late.id, choice)).body).toContain("Enregistré");
    await world.tap(ines, pollId, late.id, "oui");
    await world.tap(karine, pollId, late.id, "besoin");
    await world.tap(karine, pollId, early.id, "oui");
    await world.tap(karine, pollId, other.id, "non");
    const page = await world.page(ines, pollId);
    expect(page.days.flatMap(({ slots }) => slots).map(({ mine, total }) => [mine, total])).toEqual([
      [null, "1\u00a0oui, 0\u00a0au besoin, 0\u00a0non"],
      ["oui", "1\u00a0oui, 1\u00a0au besoin, 0\u00a0non"],
      [null, "0\u00a0oui, 0\u00a0au besoin, 1\u00a0non"],
    ]);
    expect(page.best.map(({ id }) => id)).toEqual([late.id, early.id, other.id]);
    expect(page).toMatchObject({ complete: false, begun: true, left: "2 heures sans réponse de votre part" });
  });

  it("takes a whole form as well, and one button that says no to all", async () => {
    const { pollId } = await world.seek();
    const [first, second, third] = await world.slots(pollId);
    const send = async (fields: Record<string, string>) => ines.post(pageRoute.action, "/x", { cle: await ines.key(), ...fields }, { id: String(pollId) });
    expect((await send({ [`c${first?.id}`]: "oui", [`c${second?.id}`]: "besoin" })).location).toBe(`/moments/dates/${pollId}?fait=reponse`);
    expect((await world.page(ines, pollId)).days.flatMap(({ slots }) => slots).map(({ mine }) => mine)).toEqual(["oui", "besoin", null]);
    await send({ toutes: "non", [`c${third?.id}`]: "oui" });
    expect((await world.page(ines, pollId)).days.flatMap(({ slots }) => slots).map(({ mine }) => mine)).toEqual(["non", "non", "non"]);
    expect(Object.keys(fieldsOf(await send({})))).toEqual([`c${first?.id}`]);
    expect(Object.keys(fieldsOf(await send({ [`c${first?.id}`]: "peut-etre" })))).toEqual([`c${first?.id}`]);
  });

  it("refuses a slot of another poll, one taken back and one that is past, and changes nothing", async () => {
    const [mine, other] = [await world.seek(), await world.seek()];
    const [foreign] = await world.slots(other.pollId);
    const [first, second] = await world.slots(mine.pollId);
    expect(codeOf(await world.tap(ines, mine.pollId, foreign?.id ?? 0, "oui"))).toBe("date-poll.slot-gone");
    await world.act(removeSlotRoute, mine, {}, { slot: String(first?.id) });
    expect(codeOf(await ines.post(pageRoute.action, "/x", { cle: await ines.key(), [`c${first?.id}`]: "oui", [`c${second?.id}`]: "oui" }, { id: String(mine.pollId) }))).toBe("date-poll.slot-gone");
    await world.sql`update date_poll_slots set starts_at = date_trunc('second', now() - interval '1 hour'), local_start = date_trunc('second', now() - interval '1 hour') at time zone zone where id = ${second?.id ?? 0}`;
    expect(codeOf(await world.tap(ines, mine.pollId, second?.id ?? 0, "oui"))).toBe("date-poll.slot-gone");
    const [kept] = await world.sql`select count(*)::int as n from date_poll_answers where poll_id = ${mine.pollId}`;
    expect(kept?.n).toBe(0);
  });

  it("ends with the deadline, in words", async () => {
    const { pollId } = await world.seek();
    const [slot] = await world.slots(pollId);
    setClock(() => new Date(Date.now() + 9 * 86_400_000));
    const refused = await world.tap(ines, pollId, slot?.id ?? 0, "oui");
    expect([refused.status, codeOf(refused)]).toEqual([409, "date-poll.closed"]);
    expect((await world.page(ines, pollId)).state).toBe("ended");
  });

  it("is not for those whose participation is paused, who may read", async () => {
    const paused = await world.join("Mireille N’Diaye", { state: "paused" });
    const { pollId } = await world.seek();
    const [slot] = await world.slots(pollId);
    expect((await world.tap(paused, pollId, slot?.id ?? 0, "oui")).status).toBe(403);
    expect((await world.page(paused, pollId)).may).toBe(false);
  });

  it("counts those who left no more", async () => {
    const gone = await world.join("Rosalie Champoux");
    const { pollId } = await world.seek();
    const [slot] = await world.slots(pollId);
    await world.tap(gone, pollId, slot?.id ?? 0, "oui");
    await world.sql`update members set state = 'left' where id = ${gone.id}`;
    expect((await world.page(ines, pollId)).days[0]?.slots[0]?.total).toMatch(/^0\u00a0oui/);
  });

  it("keeps every answer of many people at once, and costs the page few statements", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, (_, n) => world.join(`Personne ${n}`)));
    const { pollId } = await world.seek();
    const slots = await world.slots(pollId);
    const answers = await Promise.all(people.flatMap((person) => slots.map(({ id }) => world.tap(person, pollId, id, "oui"))));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await world.page(ines, pollId)).days.flatMap((day) => day.slots).map(({ tally }) => tally.oui)).toEqual([12, 12, 12]);
    const { statements } = await ines.get(pageRoute.loader, "/x", { id: String(pollId) });
    expect(statements).toBeLessThanOrEqual(3);
  });
});

describe("who is asked", () => {
  const keys = async (person: Person) => ((await person.get(homeRoute.loader, "/")).data as { todos: { key: string; text: string }[] }).todos.filter(({ key }) => key.startsWith("date-")).map(({ key, text }) => `${key} ${text}`);

  it("finds a line in « À faire » until every hour has an answer, and again when an hour is added", async () => {
    const where = await world.seek();
    expect(await keys(ines)).toContain(`date-${where.pollId} Dire quand vous pouvez`);
    const slots = await world.slots(where.pollId);
    await world.tap(ines, where.pollId, slots[0]?.id ?? 0, "oui");
    expect(await keys(ines)).toContain(`date-${where.pollId} Compléter vos disponibilités`);
    for (const { id } of slots) await world.tap(ines, where.pollId, id, "non");
    expect((await keys(ines)).filter((line) => line.startsWith(`date-${where.pollId} `))).toEqual([]);
    await world.act(slotsRoute, where, hour({ date: plainDay(34) }));
    expect(await keys(ines)).toContain(`date-${where.pollId} Compléter vos disponibilités`);
    expect((await world.page(ines, where.pollId)).left).toBe("1 heure sans réponse de votre part");
  });

  it("is of the organisations that were ticked, where some were; others may answer and are not missed", async () => {
    const [lilas] = await world.sql`select id from organisations where name = 'CPE Les Lilas'`;
    const where = await world.seek(undefined, { fields: { organisation: String(lilas?.id) } });
    expect((await keys(karine)).filter((line) => line.startsWith(`date-${where.pollId} `))).toEqual([]);
    expect((await world.desk(where)).missing.map(({ name }) => name)).toEqual(["Inès Benkhelil"]);
    const [slot] = await world.slots(where.pollId);
    expect((await world.tap(karine, where.pollId, slot?.id ?? 0, "oui")).status).toBe(200);
  });
});
