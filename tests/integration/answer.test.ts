import ICAL from "ical.js";
import type { ParsedMail } from "mailparser";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "~/kit/clock.server";
import { remind } from "~/features/answer/calls.server";
import * as homeRoute from "~/routes/_index";
import * as colleaguesRoute from "~/routes/moments.$id.collegues._index";
import * as colleagueUndoRoute from "~/routes/moments.$id.collegues.$member.retrait";
import * as meetingRoute from "~/routes/moments.$id._index";
import * as repliesRoute from "~/routes/moments.$id.precisions";
import * as undoRoute from "~/routes/moments.$id.reponse.retrait";
import * as seatsRoute from "~/routes/moments.$id.places";
import * as answersRoute from "~/routes/comite.moments.$id.reponses";
import * as callRoute from "~/routes/comite.moments.$id.appel";
import * as cancelRoute from "~/routes/comite.moments.$id.rencontres.$sitting.annulation";
import * as letterRoute from "~/routes/reponse.$token";
import { openAnswerWorld, type AnswerWorld, type Held } from "./answer-world";
import { visitorOf, type Person } from "./thread-world";

let world: AnswerWorld;
let ines: Person;
let karine: Person;
let chantal: Person;

beforeAll(async () => {
  world = await openAnswerWorld();
  ines = await world.join("Inès Benkhelil", { organisation: "CPE Les Lilas" });
  karine = await world.join("Karine Tousignant");
  chantal = await world.join("Chantal Boisclair", { organisation: "CPE Les Lilas" });
  await world.sql`insert into organisation_managers (member_id, organisation_id) select ${chantal.id}, organisation_id from memberships where member_id = ${chantal.id}`;
});
afterEach(async () => {
  setClock(() => new Date());
  await world.sql`delete from sittings`;
  await world.sql`delete from outbox_mails`;
  await world.sql`delete from pgboss.job`;
});
afterAll(() => world.close());

type Part = { meeting: { sittings: { link: string }[] }; answering: { state: string | null; by: string | null; sittings: { seats: string | null }[]; questions: { id: number; label: string; reply: string }[] } };

const params = ({ id }: Held) => ({ id: String(id) });
const page = async (person: Person, meeting: Held) => (await person.get(meetingRoute.loader, `/moments/${meeting.id}`, params(meeting))).data as Part;
const problemOf = (answer: { data: unknown }) => (answer.data as { problem?: { code: string } }).problem?.code;
const answerFor = async (by: Person, meeting: Held, person: Person, choix = "oui") =>
  by.post(colleaguesRoute.action, `/moments/${meeting.id}/collegues`, { cle: await by.key(), personne: String(person.id), choix, rencontre: String(meeting.sittings[0] ?? "") }, params(meeting));

/** The mails to one person that leave now. */
const mailsTo = async (person: Person): Promise<ParsedMail[]> => {
  await world.work();
  const [row] = await world.sql<{ email: string }[]>`select email from members where id = ${person.id}`;
  return (await world.deliver()).filter(({ to }) => [to ?? []].flat().some(({ text }) => text.includes(row?.email ?? "?")));
};
const calendarOf = (mail: ParsedMail | undefined) => {
  const part = mail?.attachments.find(({ contentType }) => contentType.startsWith("text/calendar") || contentType === "application/ics");
  if (!part) return null;
  const root = new ICAL.Component(ICAL.parse(part.content.toString("utf8")) as unknown[]);
  const event = root.getFirstSubcomponent("vevent");
  return { method: root.getFirstPropertyValue("method"), uid: String(event?.getFirstPropertyValue("uid")), sequence: Number(event?.getFirstPropertyValue("sequence")), attendees: event?.getAllProperties("attendee").map((one) => one.getFirstValue()) ?? [] };
};
const tokenIn = (mail: ParsedMail | undefined): string => /\/reponse\/([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "";

describe("an answer", () => {
  it("is one press, and shows who takes the seats", async () => {
    const meeting = await world.meet({ capacity: 3 });
    expect((await page(ines, meeting)).answering.sittings[0]?.seats).toBe("3 places libres sur 3");
    const answer = await world.answer(ines, meeting, "oui");
    expect([answer.status, answer.location]).toEqual([303, `/moments/${meeting.id}?fait=inscription`]);
    expect(await page(ines, meeting)).toMatchObject({ answering: { state: "coming", sittings: [{ seats: "2 places libres sur 3" }] } });
  });

  it("is given once however often the form is posted", async () => {
    const meeting = await world.meet({ capacity: 1 });
    const fields = { cle: await ines.key(), choix: "oui", rencontre: String(meeting.sittings[0]) };
    const answers = await Promise.all(Array.from({ length: 5 }, () => ines.post(meetingRoute.action, `/moments/${meeting.id}`, fields, params(meeting))));
    expect(answers.map(({ location }) => location)).toEqual(Array.from({ length: 5 }, () => `/moments/${meeting.id}?fait=inscription`));
    expect(await world.seats(meeting.sittings[0] ?? 0)).toMatchObject({ coming: [ines.id], waiting: [] });
  });

  it("is refused after the deadline, but leaving is possible until it begins", async () => {
    const meeting = await world.meet({ deadlineInHours: 2 });
    await world.answer(ines, meeting, "oui");
    setClock(() => new Date(Date.now() + 3 * 3_600_000));
    try {
      expect(problemOf(await world.answer(karine, meeting, "oui"))).toBe("answer.closed");
      expect((await world.answer(ines, meeting, "non")).status).toBe(303);
    } finally {
      setClock(() => new Date());
    }
  });

  it("is refused to a sitting that is cancelled, postponed or over, and to one of another meeting", async () => {
    const [meeting, other] = [await world.meet({}), await world.meet({})];
    await world.sql`update sittings set postponed_at = now(), postponed_by = ${world.audrey.id}, postponed_reason = 'Tempête' where id = ${meeting.sittings[0] ?? 0}`;
    expect(problemOf(await world.answer(ines, meeting, "oui"))).toBe("answer.closed");
    expect(problemOf(await world.answer(ines, meeting, "oui", other.sittings[0]))).toBe("input.invalid");
    expect(problemOf(await world.answer(ines, await world.meet({ inHours: -1 }), "oui"))).toBe("answer.closed");
  });

  it("is not there for a draft, and not open to who is paused", async () => {
    const meeting = await world.meet({});
    const paused = await world.join("Mireille En-Pause", { state: "paused" });
    expect((await world.answer(paused, meeting, "oui")).status).toBe(403);
    await world.sql`update meetings set opened_at = null, opened_by = null, thread_id = null where id = ${meeting.id}`;
    expect((await world.answer(ines, meeting, "oui")).status).toBe(404);
  });

  it("opens the link of the sitting, to who has a seat only", async () => {
    const meeting = await world.meet({ capacity: 1, link: "https://visio.exemple.test/salle" });
    const linkFor = async (person: Person) => (await page(person, meeting)).meeting.sittings[0]?.link;
    expect(await linkFor(ines)).toBe("");
    await world.answer(ines, meeting, "oui");
    await world.answer(karine, meeting, "oui");
    expect([await linkFor(ines), await linkFor(karine), await linkFor(world.audrey)]).toEqual(["https://visio.exemple.test/salle", "", "https://visio.exemple.test/salle"]);
  });

  it("moves the seats in other open pages, by one statement", async () => {
    const meeting = await world.meet({ capacity: 2 });
    await world.answer(ines, meeting, "oui");
    const answer = await karine.get(seatsRoute.loader, `/moments/${meeting.id}/places`, params(meeting));
    expect(JSON.parse(answer.body)).toMatchObject({ seats: { [String(meeting.sittings[0])]: "1 place libre sur 2" } });
    expect(answer.statements).toBeLessThanOrEqual(2);
  });

  it("is asked for in À faire until it is given", async () => {
    const meeting = await world.meet({ inHours: 30 });
    const asked = async () => ((await karine.get(homeRoute.loader, "/")).data as { todos: { to: string }[] }).todos.some(({ to }) => to === `/moments/${meeting.id}`);
    expect(await asked()).toBe(true);
    await world.answer(karine, meeting, "non");
    expect(await asked()).toBe(false);
  });
});

describe("an answer for a colleague", () => {
  it("is given by a manager of the same organisation, shown with their name, told and undone by the person", async () => {
    const meeting = await world.meet({ capacity: 2 });
    expect((await answerFor(chantal, meeting, ines)).status).toBe(303);
    expect(await page(ines, meeting)).toMatchObject({ answering: { state: "coming", by: "Chantal Boisclair" } });
    const [mail] = await mailsTo(ines);
    expect(mail?.text).toContain("Chantal Boisclair a fait votre inscription");
    expect((await ines.post(undoRoute.action, `/moments/${meeting.id}/reponse/retrait`, { cle: await ines.key() }, params(meeting))).status).toBe(303);
    expect((await page(ines, meeting)).answering.state).toBeNull();
  });

  it("never overrules what the person answered, and is not for people of elsewhere nor by who is no manager", async () => {
    const meeting = await world.meet({});
    await world.answer(ines, meeting, "non");
    expect(problemOf(await answerFor(chantal, meeting, ines))).toBe("answer.own");
    expect((await answerFor(chantal, meeting, karine)).status).toBe(404);
    expect((await answerFor(karine, meeting, world.audrey)).status).toBe(404);
    const undo = await chantal.post(colleagueUndoRoute.action, `/moments/${meeting.id}/collegues/${ines.id}/retrait`, { cle: await chantal.key() }, { ...params(meeting), member: String(ines.id) });
    expect(undo.status).toBe(303);
    expect((await page(ines, meeting)).answering.state).toBe("no");
  });
});

describe("the committee’s questions", () => {
  it("are answered by who comes, and read by the committee and who is responsible there, and nobody else", async () => {
    const meeting = await world.meet({});
    const { audrey } = world;
    await audrey.post(answersRoute.action, `/comite/moments/${meeting.id}/reponses`, { cle: await audrey.key(), questions: "Une allergie?\nCovoiturage?" }, params(meeting));
    await world.answer(ines, meeting, "oui");
    const { questions } = (await page(ines, meeting)).answering;
    expect(questions.map(({ label }) => label)).toEqual(["Une allergie?", "Covoiturage?"]);
    const form = new FormData();
    form.append("cle", await ines.key());
    for (const { id, label } of questions) {
      form.append("question", String(id));
      form.append("reponse", label === "Une allergie?" ? "Aux noix" : "");
    }
    await ines.post(repliesRoute.action, `/moments/${meeting.id}/precisions`, form, params(meeting));
    const overview = JSON.stringify((await audrey.get(answersRoute.loader, `/comite/moments/${meeting.id}/reponses`, params(meeting))).data);
    expect(overview).toContain("Aux noix");
    expect(JSON.stringify(await page(karine, meeting))).not.toContain("Aux noix");
    await world.sql`insert into duties (sitting_id, role, state, member_id, planned_id, since) values (${meeting.sittings[0] ?? 0}, 'notes', 'accepted', ${karine.id}, ${karine.id}, now())`;
    expect(JSON.stringify(await page(karine, meeting))).toContain("Aux noix");
    expect((await karine.get(answersRoute.loader, `/comite/moments/${meeting.id}/reponses`, params(meeting))).status).toBe(404);
  });
});

describe("the link of a mail", () => {
  const call = async (meeting: Held, person: Person) => {
    const { audrey } = world;
    await audrey.post(callRoute.action, `/comite/moments/${meeting.id}/appel`, { cle: await audrey.key() }, params(meeting));
    return (await mailsTo(person))[0];
  };
  const open = (token: string, who: Person | null, query = "") => (who ?? visitorOf()).get(letterRoute.loader, `/reponse/${token}${query}`, { token });
  const press = (token: string, who: Person | null, fields: Record<string, string>) => (who ?? visitorOf()).post(letterRoute.action, `/reponse/${token}`, fields, { token });

  it("opens a page that names the person, with the choice made, and changes nothing by itself", async () => {
    const meeting = await world.meet({ capacity: 4 });
    const mail = await call(meeting, ines);
    expect(mail?.text).toMatch(/choix=oui[\s\S]*choix=peut-etre[\s\S]*choix=non/);
    expect(mail?.text).not.toContain("Parler avec les tout-petits");
    const token = tokenIn(mail);
    const opened = await open(token, null, "?choix=peut-etre");
    expect(opened.data).toMatchObject({ name: "Inès Benkhelil", choice: "peut-etre", state: null });
    expect((await page(ines, meeting)).answering.state).toBeNull();
    expect((await press(token, null, { choix: "peut-etre", rencontre: String(meeting.sittings[0]) })).status).toBe(303);
    expect((await page(ines, meeting)).answering).toMatchObject({ state: "maybe", by: null });
    expect((await press(token, ines, { choix: "non", rencontre: "" })).status).toBe(303);
    expect((await page(ines, meeting)).answering.state).toBe("no");
  });

  it("is refused to another person who is signed in, and to everybody when it is made up or its person left", async () => {
    const meeting = await world.meet({});
    const token = tokenIn(await call(meeting, ines));
    expect((await open(token, karine)).status).toBe(403);
    expect((await press(token, karine, { choix: "oui", rencontre: String(meeting.sittings[0]) })).status).toBe(403);
    expect((await page(ines, meeting)).answering.state).toBeNull();
    expect((await open("x".repeat(43), null)).status).toBe(404);
    await world.sql`update members set state = 'left' where id = ${ines.id}`;
    expect((await open(token, null)).status).toBe(404);
    await world.sql`update members set state = 'active' where id = ${ines.id}`;
  });

  it("answers until the deadline, is for its meeting alone, and is kept as a hash", async () => {
    const [meeting, other] = [await world.meet({ deadlineInHours: 2 }), await world.meet({})];
    const token = tokenIn(await call(meeting, ines));
    expect(problemOf(await press(token, null, { choix: "oui", rencontre: String(other.sittings[0]) }))).toBe("input.invalid");
    setClock(() => new Date(Date.now() + 3 * 3_600_000));
    try {
      expect(problemOf(await press(token, null, { choix: "oui", rencontre: String(meeting.sittings[0]) }))).toBe("answer.closed");
    } finally {
      setClock(() => new Date());
    }
    const [kept] = await world.sql`select count(*)::int as n from answer_tokens where token_hash = ${token}`;
    expect(kept?.n).toBe(0);
  });

  it("goes once to each person who has not answered, whoever presses twice", async () => {
    const meeting = await world.meet({});
    await world.answer(karine, meeting, "oui");
    const { audrey } = world;
    await Promise.all([1, 2, 3].map(async () => audrey.post(callRoute.action, `/comite/moments/${meeting.id}/appel`, { cle: await audrey.key() }, params(meeting))));
    const rows = await world.sql`select member_id::int as id, count(*)::int as n from outbox_mails where kind = 'meeting-invitation' and subject_ref = ${String(meeting.id)} group by member_id`;
    expect(rows.every(({ n }) => n === 1)).toBe(true);
    expect(rows.map(({ id }) => Number(id))).toContain(ines.id);
    expect(rows.map(({ id }) => Number(id))).not.toContain(karine.id);
    await world.deliver();
  });
});

describe("the calendar part of mails", () => {
  it("invites the recipient alone, ends when they decline, and comes back with a higher number", async () => {
    const meeting = await world.meet({ capacity: 2 });
    await world.answer(ines, meeting, "oui");
    const invited = calendarOf((await mailsTo(ines))[0]);
    expect(invited).toMatchObject({ method: "REQUEST", sequence: 0 });
    expect(invited?.attendees).toHaveLength(1);
    await world.answer(ines, meeting, "non");
    expect(calendarOf((await mailsTo(ines))[0])).toMatchObject({ method: "CANCEL", uid: invited?.uid, sequence: 1 });
    await world.answer(ines, meeting, "oui");
    expect(calendarOf((await mailsTo(ines))[0])).toMatchObject({ method: "REQUEST", uid: invited?.uid, sequence: 2 });
  });

  it("ends one pole and begins the other when the pole is changed", async () => {
    const meeting = await world.meet({ pole: "Port" }, { pole: "Grives" });
    await world.answer(ines, meeting, "oui", meeting.sittings[0]);
    const first = calendarOf((await mailsTo(ines))[0]);
    await world.answer(ines, meeting, "oui", meeting.sittings[1]);
    const parts = (await mailsTo(ines)).map(calendarOf);
    expect(parts.find((part) => part?.method === "CANCEL")?.uid).toBe(first?.uid);
    expect(parts.find((part) => part?.method === "REQUEST")?.uid).not.toBe(first?.uid);
  });

  it("ends when the sitting is cancelled, told at once to all who answered and to nobody who said no", async () => {
    const meeting = await world.meet({ capacity: 1 });
    await world.answer(ines, meeting, "oui");
    await world.answer(karine, meeting, "oui");
    await world.answer(chantal, meeting, "non");
    await mailsTo(ines);
    const { audrey } = world;
    const sitting = String(meeting.sittings[0]);
    await audrey.post(cancelRoute.action, `/comite/moments/${meeting.id}/rencontres/${sitting}/annulation`, { cle: await audrey.key(), raison: "Tempête de neige", portee: "une" }, { ...params(meeting), sitting });
    await world.work();
    const mails = await world.deliver();
    const subjects = mails.map(({ subject, to }) => [[to ?? []].flat()[0]?.value[0]?.name, subject?.split(":")[0]?.trim()]).sort();
    expect(subjects).toEqual([["Inès Benkhelil", "Annulé"], ["Karine Tousignant", "Annulé"]]);
    expect(mails.map(calendarOf).filter(Boolean)).toMatchObject([{ method: "CANCEL" }]);
    expect(mails[0]?.text).toContain("Tempête de neige");
    await world.changed(meeting.id);
    expect(await world.deliver()).toEqual([]);
  });
});

describe("reminders", () => {
  it("go once to who comes, to who is undecided and to who was asked, and never to a no", async () => {
    const meeting = await world.meet({ inHours: 70 });
    const silent = await world.join("Silence Tremblay");
    await world.sql`insert into meeting_notices (meeting_id, member_id, kind, due_for, at) values (${meeting.id}, ${silent.id}, 'invitation', now(), now()), (${meeting.id}, ${chantal.id}, 'invitation', now(), now())`;
    await world.answer(ines, meeting, "oui");
    await world.answer(karine, meeting, "peut-etre");
    await world.answer(chantal, meeting, "non");
    await world.work();
    await world.deliver();
    const reminded = async (hours: number) => {
      setClock(() => new Date(Date.now() + hours * 3_600_000));
      try {
        await Promise.all([remind(), remind(), remind()]);
        return (await world.deliver()).filter(({ subject }) => subject?.startsWith("Rappel")).map(({ to }) => [to ?? []].flat()[0]?.value[0]?.name).sort();
      } finally {
        setClock(() => new Date());
      }
    };
    expect(await reminded(0)).toEqual(["Silence Tremblay"]);
    expect(await reminded(30)).toEqual(["Karine Tousignant"]);
    expect(await reminded(50)).toEqual(["Inès Benkhelil"]);
    expect(await reminded(60)).toEqual([]);
  });
});
