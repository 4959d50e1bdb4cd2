import ICAL from "ical.js";
import ical from "node-ical";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeMail } from "~/features/answer/inbound.server";
import * as feedRoute from "~/routes/agenda.$key";
import * as fileRoute from "~/routes/moments.$id.rencontres.$sitting.agenda";
import * as settingsRoute from "~/routes/reglages.agenda._index";
import * as endRoute from "~/routes/reglages.agenda.retrait";
import * as sittingRoute from "~/routes/comite.moments.$id.rencontres.$sitting._index";
import { openAnswerWorld, type AnswerWorld, type Held } from "./answer-world";
import { visitorOf, type Person } from "./thread-world";

let world: AnswerWorld;
let ines: Person;
let karine: Person;

beforeAll(async () => {
  world = await openAnswerWorld();
  ines = await world.join("Inès Benkhelil");
  karine = await world.join("Karine Tousignant");
});
afterAll(() => world.close());

const emailOf = async (person: Person): Promise<string> => String((await world.sql`select email from members where id = ${person.id}`)[0]?.email);
const stateOf = async (person: Person, meeting: Held): Promise<string | null> => (await world.sql<{ state: string }[]>`select state from meeting_answers where meeting_id = ${meeting.id} and member_id = ${person.id}`)[0]?.state ?? null;

/** The UID in the invitation that this person got for a sitting. */
async function invitedTo(person: Person, meeting: Held, sitting = meeting.sittings[0]): Promise<string> {
  await world.deliver();
  await world.answer(person, meeting, "oui", sitting);
  const mails = await world.deliver();
  const content = mails.flatMap(({ attachments }) => attachments).find(({ contentType }) => contentType.startsWith("text/calendar") || contentType === "application/ics")?.content.toString("utf8") ?? "";
  return String(new ICAL.Component(ICAL.parse(content) as unknown[]).getFirstSubcomponent("vevent")?.getFirstPropertyValue("uid"));
}

type Reply = { from: string; attendee?: string; uid: string; partstat: string; method?: string };

/** A reply as Outlook sends it: a text, and a calendar beside it. */
const replyMail = ({ from, attendee = from, uid, partstat, method = "REPLY" }: Reply): Buffer =>
  Buffer.from(
    [
      `From: "Quelqu'un" <${from}>`,
      "To: Le Fil <le-fil@exemple.test>",
      "Subject: Accepted",
      "MIME-Version: 1.0",
      'Content-Type: multipart/alternative; boundary="=_lim"',
      "",
      "--=_lim",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Bonjour",
      "--=_lim",
      `Content-Type: text/calendar; charset=utf-8; method=${method}`,
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from(["BEGIN:VCALENDAR", "VERSION:2.0", `METHOD:${method}`, "BEGIN:VEVENT", `ATTENDEE;PARTSTAT=${partstat};CN=x:MAILTO:${attendee}`, `UID:${uid}`, "SEQUENCE:0", "DTSTAMP:20270101T000000Z", "END:VEVENT", "END:VCALENDAR", ""].join("\r\n")).toString("base64"),
      "--=_lim--",
      "",
    ].join("\r\n"),
  );

describe("a reply from a calendar", () => {
  it("is the recipient’s answer, whatever they press", async () => {
    const meeting = await world.meet({ capacity: 2 });
    const uid = await invitedTo(ines, meeting);
    const from = await emailOf(ines);
    for (const [partstat, state] of [["DECLINED", "no"], ["TENTATIVE", "maybe"], ["ACCEPTED", "coming"]] as const) {
      expect(await takeMail(replyMail({ from, uid, partstat }))).toMatchObject({ taken: true });
      expect(await stateOf(ines, meeting)).toBe(state);
    }
    expect(await takeMail(replyMail({ from: from.toUpperCase(), uid, partstat: "DECLINED" }))).toMatchObject({ taken: true });
  });

  it("changes nothing from another address, in another name, or for a sitting that nobody knows", async () => {
    const meeting = await world.meet({});
    const uid = await invitedTo(ines, meeting);
    const [hers, other] = [await emailOf(ines), await emailOf(karine)];
    const forged = uid.replace(`-${ines.id}-`, `-${karine.id}-`);
    const refused = [
      { from: other, attendee: hers, uid, partstat: "DECLINED" },
      { from: hers, attendee: other, uid, partstat: "DECLINED" },
      { from: other, uid, partstat: "DECLINED" },
      { from: other, uid: forged, partstat: "ACCEPTED" },
      { from: hers, uid: "2f6c3f0a-0000-4000-8000-000000000001-1-abcdefghijabcdefghij@localhost", partstat: "DECLINED" },
      { from: hers, uid, partstat: "DECLINED", method: "REQUEST" },
      { from: hers, uid, partstat: "NEEDS-ACTION" },
    ];
    for (const reply of refused) {
      const { taken, sentence } = await takeMail(replyMail(reply));
      expect([taken, sentence.endsWith("Rien n’a changé.")]).toEqual([false, true]);
    }
    expect([await stateOf(ines, meeting), await stateOf(karine, meeting)]).toEqual(["coming", null]);
    expect((await takeMail(Buffer.from("pas un courriel"))).taken).toBe(false);
    expect((await takeMail(Buffer.alloc(3_000_000, "a"))).taken).toBe(false);
  });

  it("is refused after the beginning, and for a pole that the person has left", async () => {
    const meeting = await world.meet({ pole: "Port" }, { pole: "Grives" });
    const uid = await invitedTo(ines, meeting);
    await world.answer(ines, meeting, "oui", meeting.sittings[1]);
    const from = await emailOf(ines);
    expect(await takeMail(replyMail({ from, uid, partstat: "DECLINED" }))).toMatchObject({ taken: false });
    expect((await world.seats(meeting.sittings[1] ?? 0)).coming).toEqual([ines.id]);
    await world.sql`update sittings set local_start = local_start - interval '30 days', starts_at = (local_start - interval '30 days') at time zone zone where meeting_id = ${meeting.id}`;
    expect(await takeMail(replyMail({ from, uid, partstat: "ACCEPTED" }))).toMatchObject({ taken: false });
  });
});

describe("one’s own calendar", () => {
  const addressOf = async (person: Person) => ((await person.get(settingsRoute.loader, "/reglages/agenda")).data as { address: string | null }).address;
  const read = async (address: string | null) => {
    const key = (address ?? "").split("/").at(-1) ?? "";
    return visitorOf().get(feedRoute.loader, `/agenda/${key}`, { key });
  };

  it("is read without signing in by its address, and holds what one comes to, without names or links", async () => {
    const meeting = await world.meet({ link: "https://visio.exemple.test/salle" });
    const other = await world.meet({});
    await world.answer(karine, meeting, "oui");
    await world.answer(karine, other, "non");
    await karine.post(settingsRoute.action, "/reglages/agenda", { cle: await karine.key() });
    const answer = await read(await addressOf(karine));
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    const events = new ICAL.Component(ICAL.parse(answer.body) as unknown[]).getAllSubcomponents("vevent");
    expect(events).toHaveLength(1);
    expect(Object.values(ical.sync.parseICS(answer.body)).filter((one) => one?.type === "VEVENT")).toHaveLength(1);
    expect(answer.body).not.toMatch(/visio|Karine|Parler avec|ATTENDEE/);
  });

  it("ends with its address: changed, taken back, or its person gone", async () => {
    await karine.post(settingsRoute.action, "/reglages/agenda", { cle: await karine.key() });
    const first = await addressOf(karine);
    await karine.post(settingsRoute.action, "/reglages/agenda", { cle: await karine.key() });
    const second = await addressOf(karine);
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    await world.sql`update members set state = 'left' where id = ${karine.id}`;
    expect((await read(second)).status).toBe(404);
    await world.sql`update members set state = 'active' where id = ${karine.id}`;
    await karine.post(endRoute.action, "/reglages/agenda/retrait", { cle: await karine.key() });
    expect([(await read(second)).status, await addressOf(karine)]).toEqual([404, null]);
    expect((await world.sql`select 1 from calendar_feeds where nonce like ${`%${(second ?? "").slice(-20)}%`}`).length).toBe(0);
  });

  it("takes one sitting as a file, under the UID of its invitation", async () => {
    const meeting = await world.meet({});
    const uid = await invitedTo(ines, meeting);
    const answer = await ines.get(fileRoute.loader, "/agenda", { id: String(meeting.id), sitting: String(meeting.sittings[0]) });
    expect(new ICAL.Component(ICAL.parse(answer.body) as unknown[]).getFirstSubcomponent("vevent")?.getFirstPropertyValue("uid")).toBe(uid);
  });
});

/** The committee changes a sitting, the rest as its form has it. */
const revise = async (meeting: Held, seats: number, over: Record<string, string> = {}) => {
  const { audrey } = world;
  const sitting = String(meeting.sittings[0]);
  const params = { id: String(meeting.id), sitting };
  const { values, version } = (await audrey.get(sittingRoute.loader, `/comite/moments/${meeting.id}/rencontres/${sitting}`, params)).data as { values: Record<string, string>; version: number };
  return audrey.post(sittingRoute.action, `/comite/moments/${meeting.id}/rencontres/${sitting}`, { cle: await audrey.key(), ...values, pole: "", version: String(version), portee: "une", places: String(seats), ...over }, params);
};

describe("a sitting that changes", () => {
  it("tells those who answered of another place or hour, with the next number, and of nothing else", async () => {
    const meeting = await world.meet({ capacity: 4 });
    await invitedTo(ines, meeting);
    expect((await revise(meeting, 9)).status).toBe(303);
    await world.work();
    expect(await world.deliver()).toEqual([]);
    expect((await revise(meeting, 9, { lieu: "Salle B; au fond" })).status).toBe(303);
    await world.work();
    const [mail, ...others] = await world.deliver();
    expect([mail?.subject?.startsWith("Changement"), others]).toEqual([true, []]);
    const event = new ICAL.Component(ICAL.parse(mail?.attachments[0]?.content.toString("utf8") ?? "") as unknown[]).getFirstSubcomponent("vevent");
    expect([event?.getFirstPropertyValue("sequence"), event?.getFirstPropertyValue("location")]).toEqual([1, "Salle B; au fond"]);
  });
});

describe("a number of seats below those registered", () => {
  it("asks what to do, and drops nobody", async () => {
    const meeting = await world.meet({ capacity: 4 });
    const [sitting = 0] = meeting.sittings;
    const people = await world.people(4, "Inscrite");
    for (const person of people) await world.answer(person, meeting, "oui");
    const asked = await revise(meeting, 2);
    expect([asked.status, (asked.data as { problem?: { code: string; state?: unknown } }).problem]).toMatchObject([409, { code: "sitting.overfull", state: { registered: 4 } }]);
    expect((await world.seats(sitting)).coming).toHaveLength(4);
    expect((await revise(meeting, 2, { trop: "garder" })).status).toBe(303);
    expect(await world.sql`select capacity from sittings where id = ${sitting}`).toMatchObject([{ capacity: 4 }]);
    expect((await revise(meeting, 2, { trop: "attente" })).status).toBe(303);
    expect(await world.seats(sitting)).toEqual({ coming: people.slice(0, 2).map(({ id }) => id), offered: [], waiting: people.slice(2).map(({ id }) => id) });
    await world.sql`delete from outbox_mails where subject_ref not like '%put-back'`;
    expect((await world.deliver()).map(({ to }) => [to ?? []].flat()[0]?.value[0]?.name).sort()).toEqual(["Inscrite 3", "Inscrite 4"]);
  });
});

