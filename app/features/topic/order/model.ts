import { formatNumber, plural } from "~/kit/format";

/** What the order of the topics that wait is made from. */
export type Demand = {
  /** People who want it, each once. */
  people: number;
  /** People who asked for it in one survey; they may be the same. */
  surveyed: number;
  /** Organisations that they work in. */
  organisations: number;
  askedAt: Date;
  discussedAt: Date | null;
  /** The committee put it first. */
  raisedAt: Date | null;
};

const MONTH = 30 * 86_400_000;
/** Waiting counts for no more than two years: after that it is no longer a matter of patience. */
const MOST_MONTHS = 24;
/** Within a year of having been discussed, each month that lacks takes so many points away. */
const MONTHS_OF_REST = 12;
const POINTS_PER_MONTH = 5;

const monthsSince = (since: Date, at: Date): number => Math.max(0, Math.floor((at.getTime() - since.getTime()) / MONTH));

export type Score = { people: number; /** Whether they are those of a survey, there being more of them than votes. */ bySurvey: boolean; organisations: number; months: number; recent: number; points: number };

/**
 * Demand × organisations reached × waiting − recently discussed. The first month counts as one.
 * Votes and a survey may come from the same people, so they are not added: the larger counts.
 */
export function scoreOf({ people: votes, surveyed, organisations, askedAt, discussedAt }: Demand, at: Date): Score {
  const people = Math.max(votes, surveyed);
  const months = Math.min(MOST_MONTHS, monthsSince(askedAt, at) + 1);
  const reached = people > 0 ? Math.max(1, organisations) : 0;
  const recent = discussedAt ? POINTS_PER_MONTH * Math.max(0, MONTHS_OF_REST - monthsSince(discussedAt, at)) : 0;
  return { people, bySurvey: surveyed > votes, organisations: reached, months, recent, points: people * reached * months - recent };
}

/** What the committee put first, then by points; equal ones by how long they wait, then by number, so that the order is the same for everyone. */
export function inOrder<Listed extends Demand & { id: number }>(topics: readonly Listed[], at: Date): (Listed & { score: Score })[] {
  const raised = ({ raisedAt }: Demand) => raisedAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const earlier = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return topics
    .map((topic) => ({ ...topic, score: scoreOf(topic, at) }))
    .sort((a, b) => earlier(raised(a), raised(b)) || b.score.points - a.score.points || a.askedAt.getTime() - b.askedAt.getTime() || a.id - b.id);
}

/** Why it stands there, in a sentence whose sum can be checked by hand. */
export function whyThere({ people, bySurvey, organisations, months, recent, points }: Score): string {
  if (people === 0) return "Personne ne le demande en ce moment.";
  const reached = plural(organisations, "organisation", "organisations");
  const who = `${plural(people, "personne", "personnes")} ${bySurvey ? (organisations > 1 ? `dans un sondage, ${reached} par les votes` : "dans un sondage") : `de ${reached}`}`;
  const since = months === 1 ? "depuis moins d’un mois" : months === MOST_MONTHS ? "depuis près de deux ans ou plus" : `dans le ${ordinal(months)} mois d’attente`;
  const less = recent > 0 ? `\u00a0−\u00a0${formatNumber(recent)} (discuté récemment)` : "";
  const sum = [people, organisations, months].map((count) => formatNumber(count)).join("\u00a0×\u00a0");
  return `${who}, ${since}\u00a0: ${sum}${less}\u00a0=\u00a0${points < 0 ? "−" : ""}${plural(Math.abs(points), "point", "points").replace(" ", "\u00a0")}.`;
}

const ordinal = (rank: number): string => `${rank}e`;
