import { eq } from "drizzle-orm";
import { COMMUNITY, POLES, ORGANISATIONS } from "#db/demo/cast";
import { organisations } from "#db/schema/community";
import { closingDays, datePollAnswers, datePollOrganisations, datePollPeople, datePolls, datePollSlots } from "#db/schema/date-poll";
import { meetings, poles } from "#db/schema/meeting";
import { after, DAY, HOUR } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import { dayName, instantOf, onDay, timeName, wallTimeAt, weekdayOf, type WallTime } from "~/kit/wall-time";
import { renewLink } from "~/features/date-poll/key.server";
import { chance } from "./chance.server";
import type { Cast } from "./people.server";

const TITLE = "Accompagner un enfant en deuil";
const ASKED = ["cerfs-volants", "ecoles", "lettres", "biblio"];
/** They answer while one looks. */
const NOT_YET = new Set(["nadege", "maude", "chantal", "martin"]);
const GUEST = { name: "Rosemarie Thibodeau-Lussier", title: "Accompagnante en deuil périnatal, pratique privée" };
/** Tuesday, Thursday and the Tuesday after, each morning or afternoon. */
const SLOTS: { days: number; weekday: 2 | 4; minute: number; guest: "oui" | "besoin" | "non" | null }[] = [
  { days: 34, weekday: 2, minute: 9 * 60, guest: "non" },
  { days: 34, weekday: 2, minute: 13 * 60 + 30, guest: "oui" },
  { days: 34, weekday: 4, minute: 13 * 60 + 30, guest: "besoin" },
  { days: 41, weekday: 2, minute: 13 * 60 + 30, guest: "oui" },
];

/** The date that is sought for a draft, in one pole, and the closing days that stand beside it. */
export async function fillDates(tx: Tx, { idOf, people }: Cast, today: Date): Promise<void> {
  const zone = COMMUNITY.timeZone;
  const [meeting] = await tx.select({ id: meetings.id }).from(meetings).where(eq(meetings.title, TITLE));
  const [pole] = await tx.select({ id: poles.id }).from(poles).where(eq(poles.name, POLES[0]?.name ?? ""));
  if (!meeting || !pole) throw new Error("The demo seeks a date for a meeting or in a pole that is not there.");
  const wall = wallTimeAt(today, zone);
  const at = (days: number, weekday: number, minute: number): WallTime => onDay(wall, days + ((weekday - weekdayOf(onDay(wall, days, 0)) + 7) % 7), minute);
  await tx.insert(closingDays).values([
    { label: "Journée pédagogique des Trois-Ponts", firstDay: dayName(at(34, 4, 0)), lastDay: dayName(at(34, 4, 0)), poleId: pole.id, createdBy: idOf("stephanie"), createdAt: after(today, -30 * DAY) },
    { label: "Semaine de relâche", firstDay: dayName(at(62, 1, 0)), lastDay: dayName(onDay(at(62, 1, 0), 4, 0)), createdBy: idOf("stephanie"), createdAt: after(today, -30 * DAY) },
  ]);
  const openedAt = after(today, -3 * DAY);
  const [poll] = await tx
    .insert(datePolls)
    .values({
      ...{ meetingId: meeting.id, poleId: pole.id, zone, note: "L’invitée vient de loin\u00a0: un après-midi lui convient mieux.", answerUntil: instantOf(onDay(wall, 6, 23 * 60 + 59), zone) },
      ...{ createdBy: idOf("stephanie"), createdAt: after(openedAt, -HOUR), openedAt, openedBy: idOf("stephanie"), revision: 20 },
    })
    .returning({ id: datePolls.id });
  const pollId = poll?.id ?? 0;
  const names = new Set(ORGANISATIONS.filter(({ key }) => ASKED.includes(key)).map(({ name }) => name));
  const rows = await tx.select({ id: organisations.id, name: organisations.name }).from(organisations);
  await tx.insert(datePollOrganisations).values(rows.filter(({ name }) => names.has(name)).map(({ id }) => ({ pollId, organisationId: id })));
  const slots = await tx
    .insert(datePollSlots)
    .values(SLOTS.map(({ days, weekday, minute }) => at(days, weekday, minute)).map((local) => ({ pollId, localStart: `${dayName(local)} ${timeName(local)}:00`, zone, startsAt: instantOf(local, zone), durationMinutes: 120 })))
    .returning({ id: datePollSlots.id });
  const [guest] = await tx.insert(datePollPeople).values({ pollId, ...GUEST, required: true }).returning({ id: datePollPeople.id });
  await renewLink(tx, pollId, guest?.id ?? 0);
  const answering = people.filter(({ key, state, organisations: own }) => state === "active" && own.some((one) => ASKED.includes(one)) && !NOT_YET.has(key));
  const said = (key: string, slot: number) => (chance("date", key, slot) < 0.55 ? "oui" : chance("date", key, slot) < 0.75 ? "besoin" : "non");
  await tx.insert(datePollAnswers).values([
    ...answering.flatMap(({ key }, order) => slots.map(({ id }, slot) => ({ pollId, slotId: id, memberId: idOf(key), choice: said(key, slot), answeredAt: after(openedAt, (order + 2) * HOUR) }) as const)),
    ...slots.flatMap(({ id }, slot) => (SLOTS[slot]?.guest ? [{ pollId, slotId: id, personId: guest?.id ?? 0, choice: SLOTS[slot].guest, answeredAt: after(openedAt, 20 * HOUR) }] : [])),
  ]);
}
