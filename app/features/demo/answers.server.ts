import { sql } from "drizzle-orm";
import { POLES } from "#db/demo/cast";
import { meetingAnswers, meetingNotices, meetingQuestions, meetingReplies, REFUSALS, sittingGuests } from "#db/schema/answer";
import { after, DAY, HOUR } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import { chance, oneOf } from "./chance.server";
import type { Cast } from "./people.server";

/** They answer while one looks, or are left to be reminded. */
const NOT_YET = new Set(["nadege", "emilie", "chantal", "maude", "bernard", "audrey", "lynda"]);
const QUESTIONS = ["Avez-vous une restriction alimentaire?", "Covoiturage\u00a0: offrez-vous des places, ou en cherchez-vous une?"];
const DIETS = ["Sans arachides", "Végétarien", "Sans gluten, merci"];
const RIDES = ["J’ai trois places, je pars de Port-aux-Aulnes à 12 h 45.", "Je cherche une place au retour.", "Deux places, départ du Perron bleu."];

type Sitting = { id: number; meeting: number; pole: string; capacity: number; opened: string };

/** What people answered to the meeting that is to come, each mostly in their own pole; one of them is full. */
export async function fillAnswers(tx: Tx, { idOf, people }: Cast, today: Date): Promise<void> {
  const sittings = await tx.execute<Sitting>(sql`
    select s.id::int, s.meeting_id::int as meeting, p.name as pole, s.capacity, m.opened_at as opened from sittings s join meetings m on m.id = s.meeting_id join poles p on p.id = s.pole_id
    where m.opened_at is not null and s.capacity is not null and s.starts_at > ${today.toISOString()}::timestamptz order by s.id`);
  const [first] = sittings;
  if (!first) return;
  const inside = people.filter(({ state }) => state === "active");
  await tx.insert(meetingNotices).values(inside.map(({ key }) => ({ meetingId: first.meeting, memberId: idOf(key), kind: "invitation" as const, dueFor: new Date(first.opened), at: after(today, -9 * DAY) })));
  const asked = await tx.insert(meetingQuestions).values(QUESTIONS.map((label, index) => ({ meetingId: first.meeting, position: index + 1, label }))).returning({ id: meetingQuestions.id });
  const answering = inside.filter(({ key }) => !NOT_YET.has(key)).sort((a, b) => chance("answered", a.key) - chance("answered", b.key));
  for (const [order, { key, pole }] of answering.entries()) {
    const sitting = sittings.find((one) => one.pole === POLES.find((own) => own.key === pole)?.name) ?? first;
    const luck = chance("answer", key);
    const byColleague = key === "olena";
    const [taken] = await tx.execute<{ taken: number }>(sql`select count(*)::int as taken from meeting_answers where sitting_id = ${sitting.id} and takes_seat`);
    const yes = (taken?.taken ?? 0) < sitting.capacity ? ("coming" as const) : ("waiting" as const);
    const state = byColleague || luck < 0.72 ? yes : luck < 0.86 ? ("maybe" as const) : ("no" as const);
    const [made] = await tx
      .insert(meetingAnswers)
      .values({ meetingId: first.meeting, sittingId: state === "no" ? null : sitting.id, memberId: idOf(key), state, refusal: state === "no" ? oneOf(REFUSALS, "refusal", key) : null, answeredAt: after(today, -8 * DAY + order * 3 * HOUR), answeredBy: idOf(byColleague ? "chantal" : key) })
      .returning({ id: meetingAnswers.id });
    if (!made || state !== "coming" || chance("reply", key) > 0.4) continue;
    await tx.insert(meetingReplies).values(asked.map(({ id }, index) => ({ answerId: made.id, questionId: id, body: oneOf(index === 0 ? DIETS : RIDES, "reply", key) })));
  }
  // The first pole is full: the partner comes to one that is not.
  const roomy = sittings.at(-1) ?? first;
  await tx.insert(sittingGuests).values({ sittingId: roomy.id, name: "Rosalie Gendron-Wu", organisation: "Centre régional de langage", addedBy: idOf("audrey"), addedAt: after(today, -3 * DAY) });
}
