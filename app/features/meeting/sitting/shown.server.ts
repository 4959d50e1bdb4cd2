import { formatDate, formatDateTime, formatDuration, formatShortDate, formatTime, plural } from "~/kit/format";
import { TIME_ZONES, zoneNames, type TimeZone } from "~/features/community/model";
import { endOf, type SittingState } from "./model";
import { stateOf, type SittingFacts } from "./sql.server";

/** A sitting in words, as pages show it; the server alone writes dates. */
export type ShownSitting = {
  id: number;
  pole: string | null;
  /** « mardi 2 mars 2027 » */
  day: string;
  /** « 2 mars 2027 » */
  shortDay: string;
  /** « 13 h 30 à 15 h 30 » */
  hours: string;
  duration: string;
  /** « heure de l’Atlantique », where the clocks are not the community's. */
  clocks: string | null;
  place: string;
  byLink: boolean;
  link: string;
  seats: string | null;
  deadline: string | null;
  state: SittingState;
  /** It is over, and nobody has said yet whether it took place. */
  unsaid: boolean;
  begun: boolean;
  reason: string | null;
  instant: string;
};

const known = (zone: string): zone is TimeZone => (TIME_ZONES as readonly string[]).includes(zone);
const clocksOf = (zone: string): string => (known(zone) ? (zoneNames[zone].split(" (")[0] ?? zone).replace("Heure", "heure") : zone);

/** The same in the order of what people call it: its pole, else its place, else its day. */
export function shownSitting(facts: SittingFacts, community: string, at: Date): ShownSitting {
  const { zone, duration } = facts;
  const startsAt = new Date(facts.starts_at);
  const ends = endOf(startsAt, duration);
  const state = stateOf(facts);
  return {
    id: facts.id,
    pole: facts.pole,
    day: formatDate(startsAt, zone),
    shortDay: formatShortDate(startsAt, zone),
    hours: `${formatTime(startsAt, zone)} à ${formatTime(ends, zone)}`,
    duration: formatDuration(duration),
    clocks: zone === community ? null : clocksOf(zone),
    place: facts.place,
    byLink: facts.by_link,
    link: facts.link,
    seats: facts.capacity === null ? null : plural(facts.capacity, "place", "places"),
    deadline: facts.deadline && formatDateTime(new Date(facts.deadline), zone),
    state,
    unsaid: state === "planned" && ends < at,
    begun: startsAt <= at,
    reason: facts.reason,
    instant: startsAt.toISOString(),
  };
}
