import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatShortDate } from "~/kit/format";
import { dayName, wallTimeAt } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { listPeople } from "../queries.server";
import { listEveryAbsence } from "./queries.server";

const dayWords = (day: string): string => formatShortDate(new Date(`${day}T12:00:00Z`), "UTC");

export const todayIn = (zone: string): string => dayName(wallTimeAt(now(), zone));

/** The loader's data of who sits out, for the committee. */
export async function absencesPage(actor: MemberActor) {
  const today = todayIn(await communityTimeZone());
  const [absences, people] = await Promise.all([listEveryAbsence(actor, today), listPeople(actor)]);
  return {
    today,
    absences: absences.map(({ id, kind, from, until, reason, name, by, own }) => ({ id, kind, name, reason, by: own ? null : by, from: dayWords(from), until: until && dayWords(until) })),
    people: people.map(({ id, name, organisation }) => ({ value: String(id), label: organisation ? `${name} (${organisation})` : name })),
  };
}
