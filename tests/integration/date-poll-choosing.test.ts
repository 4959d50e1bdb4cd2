import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setClock } from "~/kit/clock.server";
import { remindOfDates } from "~/features/date-poll/reminders.server";
import { sha256 } from "~/kit/secrets.server";
import * as homeRoute from "~/routes/_index";
import * as dropRoute from "~/routes/comite.moments.$id.dates.$poll.fin";
import * as linkRenewRoute from "~/routes/comite.moments.$id.dates.$poll.personnes.$person.lien";
import * as peopleRoute from "~/routes/comite.moments.$id.dates.$poll.personnes._index";
import * as choosingRoute from "~/routes/comite.moments.$id.dates.$poll.choix.$slot";
import * as remindRoute from "~/routes/comite.moments.$id.dates.$poll.rappel";
import * as linkRoute from "~/routes/dates.$token._index";
import * as linkTapRoute from "~/routes/dates.$token.reponse";
import type { linkPage } from "~/features/date-poll/pages.server";
import { codeOf, fieldsOf, openDateWorld, plainDay, type DateWorld, type Sought } from "./date-world";
import { visitorOf, type Person } from "./thread-world";

let world: DateWorld;
let ines: Person;
let karine: Person;
let second: Person;

beforeAll(async () => {
  world = await openDateWorld();
  ines = await world.join("Inès Benkhelil");
  karine = await world.join("Karine Tousignant");
  second = await world.join("Stéphanie Marcoux");
  await world.sql`insert into member_roles (member_id, role) values (${second.id}, 'committee')`;
});
beforeEach(async () => {
  await world.sql`delete from date_polls`;
  await world.sql`delete from sittings`;
  await world.sql`delete from outbox_mails`;
  await world.sql`delete from pgboss.job`;
});
afterEach(() => setClock(() => new Date()));
afterAll(() => world.close());

const firstSlot = async ({ pollId }: Sought) => (await world.slots(pollId))[0]?.id ?? 0;
const sittingsOf = async (meetingId: number) => [...(await world.sql`select s.id::int, to_char(s.local_start, 'YYYY-MM-DD HH24:MI') as local, s.zone, s.duration_minutes as duration, s.place, s.pole_id from sittings s where s.meeting_id = ${meetingId} order by s.id`)];
const answersOf = async (meetingId: number) => [...(await world.sql<{ member: number; state: string; by: number }[]>`select member_id::int as member, state, answered_by::int as by from meeting_answers where meeting_id = ${meetingId} order by answered_at, id`)];
const mailKinds = async (kind: string) => (await world.sql<{ member: number }[]>`select member_id::int as member from outbox_mails where kind = ${kind} order by member_id`).map(({ member }) => member);

describe("choosing a slot", () => {
  it("makes the sitting, opens the draft, registers those who said yes, asks the others and ends the search", async () => {
    const where = await world.seek();
    const slotId = await firstSlot(where);
    await world.tap(ines, where.pollId, slotId, "oui");
    await world.tap(karine, where.pollId, slotId, "besoin");
    await world.sql`delete from outbox_mails`;
    const answer = await world.choose(where, slotId, { ecrire: "oui" });
    expect(answer.location).toBe(`/comite/moments/${where.meetingId}?fait=choix`);
    expect(await sittingsOf(where.meetingId)).toMatchObject([{ local: `${plainDay(20)} 09:00`, zone: "America/Toronto", duration: 120, place: "Salle A" }]);
    expect(await answersOf(where.meetingId)).toEqual([{ member: ines.id, state: "coming", by: ines.id }]);
    expect(await mailKinds("meeting-seat")).toEqual([ines.id]);
    const invited = await mailKinds("meeting-invitation");
    expect(invited).toEqual(expect.arrayContaining([karine.id, second.id]));
    expect(invited).not.toContain(ines.id);
    const [meeting] = await world.sql`select opened_at is not null as opened, thread_id is not null as discussed from meetings where id = ${where.meetingId}`;
    expect(meeting).toEqual({ opened: true, discussed: true });
    expect(await world.page(ines, where.pollId)).toMatchObject({ state: "chosen", meetingPath: `/moments/${where.meetingId}`, chosen: { id: slotId } });
    expect(codeOf(await world.tap(karine, where.pollId, slotId, "non"))).toBe("date-poll.closed");
    const mails = await world.deliver();
    expect(mails.filter(({ attachments }) => attachments.some(({ contentType }) => contentType.includes("calendar"))).length).toBe(1);
  });

  it("is done once for a double click, and for two of the committee at once there is one date", async () => {
    for (let round = 0; round < 4; round += 1) {
      const where = await world.seek();
      const slots = await world.slots(where.pollId);
      const [a, b] = [slots[0]?.id ?? 0, slots[1]?.id ?? 0];
      const key = await world.audrey.key();
      const results = await Promise.all([world.choose(where, a, { cle: key }), world.choose(where, a, { cle: key }), world.choose(where, b, {}, second)]);
      expect(await sittingsOf(where.meetingId)).toHaveLength(1);
      const won = results.filter(({ status }) => status === 303).length;
      expect([1, 2]).toContain(won);
      for (const lost of results.filter(({ status }) => status !== 303)) expect(codeOf(lost)).toBe("date-poll.closed");
    }
  });

  it("and the last answers come one after the other: whoever was told « Enregistré » in time is registered", async () => {
    const people = await Promise.all(Array.from({ length: 8 }, (_, n) => world.join(`Rapide ${n}`)));
    for (let round = 0; round < 3; round += 1) {
      const where = await world.seek();
      const slotId = await firstSlot(where);
      const [chosen, ...taps] = await Promise.all([world.choose(where, slotId), ...people.map((person) => world.tap(person, where.pollId, slotId, "oui"))]);
      expect(chosen?.status).toBe(303);
      const told = people.filter((_, index) => taps[index]?.status === 200).map(({ id }) => id);
      expect((await answersOf(where.meetingId)).map(({ member }) => member).sort()).toEqual(told.sort());
    }
  });

  it("gives the seats in the order in which people said yes, and the others a place in the list", async () => {
    const people = [await world.join("Un"), await world.join("Deux"), await world.join("Trois")];
    const where = await world.seek();
    const slotId = await firstSlot(where);
    for (const person of [people[2], people[0], people[1]]) if (person) await world.tap(person, where.pollId, slotId, "oui");
    await world.choose(where, slotId, { places: "2" });
    const states = new Map((await answersOf(where.meetingId)).map(({ member, state }) => [member, state]));
    expect(people.map(({ id }) => states.get(id))).toEqual(["coming", "waiting", "coming"]);
  });

  it("leaves alone what someone answered to a sister sitting", async () => {
    const first = await world.seek();
    const slotId = await firstSlot(first);
    await world.tap(ines, first.pollId, slotId, "oui");
    await world.choose(first, slotId);
    const [pole] = await world.sql`insert into poles (name, zone) values (${`Pôle ${first.pollId}`}, 'America/Toronto') returning id`;
    const again = await world.seek([[plainDay(30), "10:00", "12:00"]], { meetingId: first.meetingId, fields: { pole: String(pole?.id) } });
    const other = await firstSlot(again);
    await world.tap(ines, again.pollId, other, "oui");
    await world.tap(karine, again.pollId, other, "oui");
    expect((await world.choose(again, other)).status).toBe(303);
    const [, sister] = await sittingsOf(first.meetingId);
    expect(sister).toMatchObject({ pole_id: pole?.id });
    const placed = await world.sql`select member_id::int as member, sitting_id::int as sitting from meeting_answers where meeting_id = ${first.meetingId}`;
    expect([...placed].filter(({ sitting }) => sitting === sister?.id).map(({ member }) => Number(member))).toEqual([karine.id]);
  });

  it("refuses a slot that is past, and one of another search", async () => {
    const [where, other] = [await world.seek(), await world.seek()];
    expect(codeOf(await world.choose(where, await firstSlot(other)))).toBe("date-poll.slot-gone");
    const slotId = await firstSlot(where);
    await world.sql`update date_poll_slots set starts_at = date_trunc('second', now() - interval '1 hour'), local_start = date_trunc('second', now() - interval '1 hour') at time zone zone where id = ${slotId}`;
    expect(codeOf(await world.choose(where, slotId))).toBe("date-poll.slot-gone");
    expect((await world.choose(where, slotId, {}, ines)).status).toBe(404);
    expect(await sittingsOf(where.meetingId)).toEqual([]);
  });

  it("warns of a required person who cannot, and goes on only when it is meant", async () => {
    const where = await world.seek();
    const slotId = await firstSlot(where);
    await world.act(peopleRoute, where, { compte: String(karine.id), nom: "", fonction: "", necessaire: "oui" });
    expect((await world.desk(where)).best[0]?.unsure).toEqual(["Karine Tousignant"]);
    await world.tap(karine, where.pollId, slotId, "non");
    await world.tap(ines, where.pollId, slotId, "oui");
    const { best } = await world.desk(where);
    expect(best.at(-1)).toMatchObject({ id: slotId, refusedBy: ["Karine Tousignant"] });
    const look = (await world.audrey.get(choosingRoute.loader, "/x", { id: String(where.meetingId), poll: String(where.pollId), slot: String(slotId) })).data;
    expect(look).toMatchObject({ opens: true, slot: { refusedBy: ["Karine Tousignant"] } });
    const refused = await world.choose(where, slotId, { lieu: "Salle B" });
    expect(fieldsOf(refused).accord).toMatch(/^Karine Tousignant ne peut pas/);
    expect((refused.data as { problem: { values: Record<string, string> } }).problem.values.lieu).toBe("Salle B");
    expect((await world.choose(where, slotId, { accord: "oui" })).status).toBe(303);
  });

  it("can be given up, once, and then nothing is chosen any more", async () => {
    const where = await world.seek();
    expect((await world.act(dropRoute, where)).status).toBe(303);
    expect((await world.act(dropRoute, where)).status).toBe(303);
    expect(codeOf(await world.choose(where, await firstSlot(where)))).toBe("date-poll.closed");
    expect((await world.page(ines, where.pollId)).state).toBe("dropped");
    expect(await sittingsOf(where.meetingId)).toEqual([]);
  });
});

describe("a guest", () => {
  const invite = async (where: Sought, nom = "Rosemarie Thibodeau") => {
    await world.act(peopleRoute, where, { compte: "", nom, fonction: "Pratique privée", necessaire: "oui" });
    const person = (await world.people(where)).find(({ name }) => name === nom);
    return { id: person?.id ?? 0, token: /\/dates\/([\w-]+)$/.exec(person?.link ?? "")?.[1] ?? "" };
  };
  const open = (token: string, who: Pick<Person, "get"> = visitorOf()) => who.get(linkRoute.loader, `/dates/${token}`, { token });
  const tap = (token: string, slotId: number, choice: string, who: Pick<Person, "post"> = visitorOf()) => who.post(linkTapRoute.action, `/dates/${token}/reponse`, { [`c${slotId}`]: choice }, { token });

  it("answers by a link that names them and is kept as a hash; opening it changes nothing", async () => {
    const where = await world.seek();
    const slotId = await firstSlot(where);
    const { token } = await invite(where);
    expect(token).toHaveLength(43);
    const [row] = await world.sql`select token_hash from date_poll_tokens where person_id is not null and poll_id = ${where.pollId}`;
    expect(row?.token_hash).toBe(sha256(token));
    const before = await world.sql`select count(*)::int as n from date_poll_answers where poll_id = ${where.pollId}`;
    expect((await open(token)).data as Awaited<ReturnType<typeof linkPage>>).toMatchObject({ name: "Rosemarie Thibodeau", state: "open" });
    expect(await world.sql`select count(*)::int as n from date_poll_answers where poll_id = ${where.pollId}`).toEqual(before);
    expect((await tap(token, slotId, "besoin")).body).toContain("Enregistré");
    const sent = await visitorOf().post(linkRoute.action, `/dates/${token}`, { [`c${slotId}`]: "non" }, { token });
    expect(sent.location).toBe(`/dates/${token}?fait=reponse`);
    expect((await world.desk(where)).best.at(-1)).toMatchObject({ id: slotId, refusedBy: ["Rosemarie Thibodeau"] });
  });

  it("is that guest alone: another person signed in is refused, and so is a key of nobody's", async () => {
    const where = await world.seek();
    const { token } = await invite(where);
    const slotId = await firstSlot(where);
    for (const answer of [await open(token, ines), await tap(token, slotId, "oui", world.audrey)]) expect([answer.status, codeOf(answer)]).toEqual([403, "answer.of-another"]);
    expect((await open("inconnue")).status).toBe(404);
    expect((await tap("x".repeat(43), slotId, "oui")).status).toBe(404);
  });

  it("loses the link when another is made, when they are taken off, and when the search ends", async () => {
    const where = await world.seek();
    const slotId = await firstSlot(where);
    const first = await invite(where);
    await world.act(linkRenewRoute, where, {}, { person: String(first.id) });
    const [person] = await world.people(where);
    const renewed = /\/dates\/([\w-]+)$/.exec(person?.link ?? "")?.[1] ?? "";
    expect(renewed).not.toBe(first.token);
    expect(codeOf(await open(first.token))).toBe("date-poll.link-ended");
    expect((await open(renewed)).status).toBe(200);
    await world.choose(where, slotId);
    const after = await tap(renewed, slotId, "non");
    expect([after.status, codeOf(after)]).toEqual([404, "date-poll.link-ended"]);
    expect((await world.people(where)).map(({ link }) => link)).toEqual([null]);
  });

  it("is named at once for each person who speaks at the meeting", async () => {
    const meetingId = await world.draft();
    await world.sql`insert into speakers (meeting_id, name, title, member_id) values (${meetingId}, 'Inès Benkhelil', 'Infirmière', ${ines.id}), (${meetingId}, 'Paul Lavoie', 'Conférencier', null)`;
    const where = await world.seek(undefined, { meetingId });
    expect((await world.people(where)).map(({ name, required, guest }) => [name, required, guest])).toEqual([["Inès Benkhelil", true, false], ["Paul Lavoie", true, true]]);
  });
});

describe("who is missing", () => {
  const remaining = async (where: Sought) => (await world.desk(where)).missing.map(({ name }) => name);

  it("is written to at the opening, reminded once by the job or the button, and answers by the mail's link", async () => {
    const where = await world.seek();
    const slots = await world.slots(where.pollId);
    for (const { id } of slots) await world.tap(karine, where.pollId, id, "oui");
    expect(await remaining(where)).toContain("Inès Benkhelil");
    expect(await remaining(where)).not.toContain("Karine Tousignant");
    const calls = await world.deliver();
    const call = calls.find(({ subject, to }) => /Quand pouvez-vous/.test(subject ?? "") && [to ?? []].flat().some(({ text }) => text.includes("Inès")));
    expect(call?.text).not.toMatch(/Parler avec les tout-petits/);
    const token = /\/dates\/([\w-]{43})/.exec(call?.text ?? "")?.[1] ?? "";
    expect((await visitorOf().get(linkRoute.loader, `/dates/${token}`, { token })).data).toMatchObject({ name: "Inès Benkhelil" });

    await remindOfDates();
    expect(await mailKindsOf(where, "reminder")).toEqual([]);
    setClock(() => new Date(Date.now() + 6 * 86_400_000));
    await remindOfDates();
    await remindOfDates();
    const reminded = await mailKindsOf(where, "reminder");
    expect(reminded).toContain(ines.id);
    expect(reminded).not.toContain(karine.id);
    expect(new Set(reminded).size).toBe(reminded.length);
    expect((await world.act(remindRoute, where)).location).toMatch(/fait=deja$/);
    expect(await mailKindsOf(where, "reminder")).toEqual(reminded);

    await visitorOf().post(linkTapRoute.action, "/x", { [`c${slots[0]?.id}`]: "oui" }, { token });
    expect((await world.page(ines, where.pollId)).days[0]?.slots[0]?.mine).toBe("oui");
    expect((await world.desk(where)).missing.find(({ name }) => name === "Inès Benkhelil")).toMatchObject({ some: true, reminded: true });
  });

  it("gets no mail that has become needless when it is handed over", async () => {
    const where = await world.seek();
    for (const { id } of await world.slots(where.pollId)) await world.tap(ines, where.pollId, id, "non");
    const mails = await world.deliver();
    expect(mails.some(({ to }) => [to ?? []].flat().some(({ text }) => text.includes("Inès")))).toBe(false);
  });

  it("lets the committee know in « À faire » when everybody has answered", async () => {
    const [lilas] = await world.sql`insert into organisations (name) values ('CPE Les Lilas') returning id`;
    await world.sql`insert into memberships (member_id, organisation_id) values (${ines.id}, ${lilas?.id ?? 0})`;
    const where = await world.seek(undefined, { fields: { organisation: String(lilas?.id) } });
    const ready = async () => ((await world.audrey.get(homeRoute.loader, "/")).data as { todos: { key: string }[] }).todos.some(({ key }) => key === `date-ready-${where.pollId}`);
    expect(await ready()).toBe(false);
    for (const { id } of await world.slots(where.pollId)) await world.tap(ines, where.pollId, id, "oui");
    expect(await ready()).toBe(true);
    expect((await world.desk(where)).missing).toEqual([]);
  });

  async function mailKindsOf({ pollId }: Sought, what: string): Promise<number[]> {
    return (await world.sql<{ member: number }[]>`select member_id::int as member from outbox_mails where kind = 'date-poll' and subject_ref = ${`${pollId}-${what}`} order by member_id`).map(({ member }) => member);
  }
});
