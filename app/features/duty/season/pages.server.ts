import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatShortDate } from "~/kit/format";
import { findStamp } from "~/features/meeting/queries.server";
import { loadRotation, openRoles, suggestAll } from "../history.server";
import { roleNames, ROLES, SEASON_PLAN, turnPath, TURNS, type Role } from "../model";
import { mayName } from "../policy";
import { listAbsences, listMyTurns, listPeople, listSeason, listSought, type SittingTurns } from "../queries.server";
import { shownPerson, shownSitting, shownTurns, type ShownPerson, type ShownTurns } from "../shown.server";
import { reasonWords } from "../suggestion/words";
import { monthsOf, seasonAsked, shareOf, type Season } from "./span.server";

/** The season of turns: who, when, which role and why, as a picture and as a table. */

export type Strand = { person: ShownPerson; turns: { key: string; at: number; role: Role; state: "done" | "agreed" | "waiting"; words: string }[] };

/** Each person's turns along the season, in the order of their first one. */
function strandsOf(turns: readonly ShownTurns[], { from, until }: Season): Strand[] {
  const strands = new Map<number, Strand>();
  for (const { duties, instant, state: sitting, title, pole, shortDay } of turns) {
    if (sitting === "cancelled") continue;
    for (const duty of duties) {
      const person = duty.served ?? duty.person;
      if (!person) continue;
      const strand = strands.get(person.id) ?? { person, turns: [] };
      const state = duty.state !== "accepted" ? ("waiting" as const) : sitting === "held" ? ("done" as const) : ("agreed" as const);
      strand.turns.push({ key: String(duty.id), at: shareOf(new Date(instant), from, until), role: duty.role, state, words: [`${duty.roleName}, ${shortDay}`, title, pole, duty.reason].filter(Boolean).join(" · ") });
      strands.set(person.id, strand);
    }
  }
  return [...strands.values()];
}

const linksOf = (path: string, year: number) => ({
  previous: { to: `${path}?saison=${year - 1}`, label: `Saison ${year - 1}-${year}` },
  next: { to: `${path}?saison=${year + 1}`, label: `Saison ${year + 1}-${year + 2}` },
});

/** The loader's data of « À tour de rôle ». */
export async function seasonPage(actor: MemberActor, request: Request) {
  const season = await seasonAsked(request);
  const [rows, mine, sought, absences, stamp] = await Promise.all([listSeason(actor, season.from, season.until), listMyTurns(actor), listSought(actor), listAbsences(actor), findStamp(actor, null)]);
  const at = now();
  const shown = rows.map(shownTurns);
  const named = shown.filter(({ duties }) => duties.some(({ state }) => state !== "open"));
  const line = ({ dutyId, role, ...sitting }: { dutyId: number; role: Role } & (typeof mine)[number] | { dutyId: number; role: Role } & (typeof sought)[number]) => ({ id: dutyId, to: turnPath(dutyId), role: roleNames[role], sitting: shownSitting(sitting) });
  return {
    name: season.name,
    today: at >= season.from && at < season.until ? shareOf(at, season.from, season.until) : null,
    months: monthsOf(season),
    strands: strandsOf(named, season),
    turns: named,
    mine: mine.map((one) => ({ ...line(one), state: one.state, offered: one.swap?.taker ?? null })),
    sought: sought.map((one) => ({ ...line(one), by: one.by, forMe: one.forMe })),
    absences: absences.map(({ id, kind, from, until }) => ({ id, kind, from: dayWords(from), until: until && dayWords(until) })),
    mayName: hasRole(actor, "committee") && actor.standing === "active",
    mayTell: actor.standing === "active",
    stamp,
    ...linksOf(TURNS, season.year),
  };
}

const dayWords = (day: string): string => formatShortDate(new Date(`${day}T12:00:00Z`), "UTC");

/** What is planned from now on in a season, sitting by sitting. */
const toCome = (rows: readonly SittingTurns[]): SittingTurns[] => rows.filter(({ held, cancelled, startsAt }) => !held && !cancelled && new Date(startsAt) > now());

/** The loader's data of the committee's plan of a season. */
export async function planPage(actor: MemberActor, request: Request) {
  mayName(actor);
  const season = await seasonAsked(request);
  const [rows, people, reasons] = await Promise.all([listSeason(actor, season.from, season.until), listPeople(actor), reasonsOf(actor, season)]);
  const sittings = toCome(rows).map((row) => ({
    ...shownSitting(row),
    roles: ROLES.map((role) => {
      const duty = row.duties.find((one) => one.role === role);
      const person = duty?.person ? shownPerson(duty.person) : null;
      return { role, name: roleNames[role], id: duty?.id ?? null, state: duty?.state ?? "open", person, reason: duty?.state === "proposed" && person ? (reasons.get(`${row.sittingId} ${role} ${person.id}`) ?? "Choisie par le comité.") : null };
    }),
  }));
  const count = (state: string) => sittings.reduce((sum, { roles }) => sum + roles.filter((one) => one.state === state).length, 0);
  return {
    ...{ name: season.name, year: season.year, sittings, open: count("open"), proposed: count("proposed") },
    people: people.map(({ id, name, organisation }) => ({ value: String(id), label: organisation ? `${name} (${organisation})` : name })),
    ...linksOf(SEASON_PLAN, season.year),
  };
}

/** Computes whom to ask for everything that is open in a season, as one plan. */
export async function planOf(actor: MemberActor, season: Season): Promise<{ sittingId: number; role: Role; memberId: number; reason: string }[]> {
  const [rows, rotation] = await Promise.all([listSeason(actor, season.from, season.until), loadRotation(actor)]);
  const coming = toCome(rows);
  // The plan that lies there is made anew, on the history alone.
  const planned = new Set(coming.flatMap(({ sittingId, duties }) => duties.flatMap(({ state, person }) => (state === "proposed" && person ? [`${sittingId} ${person.id}`] : []))));
  const served = rotation.served.map((event) => ({ ...event, turns: event.turns.filter(({ memberId }) => !planned.has(`${event.sittingId} ${memberId}`)) }));
  const asked = coming.map((row) => ({ sittingId: row.sittingId, startsAt: new Date(row.startsAt), poleId: row.poleId, roles: openRoles(row.duties.filter(({ state }) => state !== "proposed" && state !== "relief")) }));
  const found = suggestAll({ ...rotation, served }, asked.map((one) => ({ ...one, roles: one.roles.filter((role) => !coming.some(({ sittingId, duties }) => sittingId === one.sittingId && duties.some((duty) => duty.role === role && duty.state === "relief"))) })));
  return found.flatMap(({ sittingId, suggestions }) =>
    suggestions.flatMap(({ role, memberId, reason }) => (memberId === null || reason === null ? [] : [{ sittingId, role, memberId, reason: reasonWords(reason, (instant) => formatShortDate(new Date(instant), season.zone)) }])),
  );
}

/** Why each line of the plan, where it is still what would be suggested. */
export const reasonsOf = async (actor: MemberActor, season: Season): Promise<Map<string, string>> =>
  new Map((await planOf(actor, season)).map(({ sittingId, role, memberId, reason }) => [`${sittingId} ${role} ${memberId}`, reason]));
