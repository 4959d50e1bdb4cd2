import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { DAY } from "~/kit/clock.server";
import { APART_DAYS, ROLES, type Candidate, type Instant, type Role, type Served } from "./model";
import { mayName } from "./policy";
import type { PersonFacts } from "./sql.server";
import { suggest, suggestSeason, type Question, type Reason, type Suggestion } from "./suggestion/model";

/** All that a suggestion is made from: who there is, who served, who is away. */
export type Rotation = {
  people: Candidate[];
  served: Served[];
  names: ReadonlyMap<number, PersonFacts>;
  /** Days on which people are away, both included. */
  absences: readonly { member_id: number; from: string; until: string }[];
  /** Who said no to a sitting, or to one of its roles. */
  refusals: ReadonlyMap<number, ReadonlySet<number>>;
};

type PersonRow = PersonFacts & { state: string; since: string; joined: string; absences: { kind: string; from: string; until: string | null }[] | null };
type EventRow = { sitting_id: number; at: string; pole_id: number | null; turns: { memberId: number; role: Role }[]; refused: number[] | null };

const iso = (instant: string): Instant => new Date(instant).toISOString();
/** A day's last instant is the next one's first; days are the community's, read as UTC: an hour more or less changes no turn. */
const dayAfter = (day: string): Instant => new Date(Date.parse(day) + DAY).toISOString();

/** Reads the history, in two statements whatever its length. What was asked or proposed counts as agreed, so that nobody is suggested twice. */
export async function loadRotation(actor: MemberActor): Promise<Rotation> {
  mayName(actor);
  const [people, events] = await Promise.all([
    db.execute<PersonRow>(sql`
      select q.id::int, q.name, q.title, o.name as organisation, o.id::int as organisation_id, q.state, q.state_since as since, q.joined_at as joined,
        (select json_agg(json_build_object('kind', a.kind, 'from', a.from_day, 'until', a.until_day)) from turn_absences a where a.member_id = q.id) as absences
      from members q left join lateral (
        select g.id, g.name from memberships s join organisations g on g.id = s.organisation_id where s.member_id = q.id order by s.since, s.organisation_id limit 1) o on true
      where q.guest_until is null and q.joined_at is not null and q.state in ('active', 'paused', 'left', 'removed') order by q.id`),
    db.execute<EventRow>(sql`
      select s.id::int as sitting_id, s.starts_at as at, s.pole_id::int,
        coalesce(json_agg(json_build_object('memberId', coalesce(d.served_by, d.member_id), 'role', d.role)) filter (where coalesce(d.served_by, d.member_id) is not null), '[]'::json) as turns,
        (select array_agg(distinct k.member_id::int) from duty_asks k join duties e on e.id = k.duty_id where e.sitting_id = s.id and k.outcome = 'declined') as refused
      from sittings s join duties d on d.sitting_id = s.id where s.cancelled_at is null group by s.id order by s.starts_at, s.id`),
  ]);
  const served = events.map(({ sitting_id, at, pole_id, turns }) => ({ sittingId: sitting_id, at: iso(at), poleId: pole_id, turns }));
  return {
    people: people.map((person) => candidateOf(person, served)),
    served,
    names: new Map(people.map((person) => [person.id, person])),
    absences: people.flatMap(({ id, absences }) => (absences ?? []).flatMap(({ kind, from, until }) => (kind === "absence" && until ? [{ member_id: id, from, until }] : []))),
    refusals: new Map(events.map(({ sitting_id, refused }) => [sitting_id, new Set(refused ?? [])])),
  };
}

function candidateOf({ id, state, since, joined, organisation_id, absences }: PersonRow, served: readonly Served[]): Candidate {
  const periods = (kind: string) => (absences ?? []).filter((one) => one.kind === kind).map(({ from, until }) => ({ from: iso(from), until: until === null ? null : dayAfter(until) }));
  const paused = state === "paused" ? [{ from: iso(since), until: null }] : [];
  return {
    id,
    joinedAt: iso(joined),
    leftAt: state === "left" || state === "removed" ? iso(since) : null,
    organisationId: organisation_id,
    poleId: usualPole(id, served),
    leaves: [...periods("leave"), ...paused],
    exemptions: periods("exemption"),
  };
}

/** Where someone served last. */
const usualPole = (id: number, served: readonly Served[]): number | null => served.findLast(({ poleId, turns }) => poleId !== null && turns.some(({ memberId }) => memberId === id))?.poleId ?? null;

export type Sitting = { sittingId: number; startsAt: Date; poleId: number | null };

/** Asks for some roles of a sitting; `except` are passed over as those who cannot. */
export function questionOf({ served, absences, refusals }: Rotation, { sittingId, startsAt, poleId }: Sitting, roles: readonly Role[], except: readonly number[] = []): Question {
  const day = startsAt.toISOString().slice(0, 10);
  const away = absences.filter(({ from, until }) => from <= day && day <= until).map(({ member_id }) => member_id);
  const already = served.find((event) => event.sittingId === sittingId)?.turns.map(({ memberId }) => memberId) ?? [];
  return { sittingId, at: startsAt.toISOString(), poleId, roles, already, unavailable: new Set([...away, ...(refusals.get(sittingId) ?? []), ...except]), apart: APART_DAYS * DAY };
}

export type Choice = { person: PersonFacts; reason: Reason };

/** The first suggestions for a role, best first: each is what is suggested once those before it are passed over. */
export function choicesFor(rotation: Rotation, sitting: Sitting, role: Role, most: number, except: readonly number[] = []): Choice[] {
  const choices: Choice[] = [];
  while (choices.length < most) {
    const [found] = suggest(rotation.people, rotation.served, questionOf(rotation, sitting, [role], [...except, ...choices.map(({ person }) => person.id)]));
    const person = found?.memberId ? rotation.names.get(found.memberId) : undefined;
    if (!person || !found?.reason) break;
    choices.push({ person, reason: found.reason });
  }
  return choices;
}

/** Whom to ask for the open roles of one sitting, weighed against each other. */
export const suggestFor = (rotation: Rotation, sitting: Sitting, roles: readonly Role[]): Suggestion[] => suggest(rotation.people, rotation.served, questionOf(rotation, sitting, roles));

/** Whom to ask for a whole season, one sitting after another. */
export const suggestAll = (rotation: Rotation, sittings: readonly (Sitting & { roles: readonly Role[] })[]): { sittingId: number; suggestions: Suggestion[] }[] =>
  suggestSeason(rotation.people, rotation.served, sittings.map((sitting) => questionOf(rotation, sitting, sitting.roles)));

export const openRoles = (taken: readonly { role: Role; state: string }[]): Role[] => ROLES.filter((role) => !taken.some((one) => one.role === role && one.state !== "open" && one.state !== "relief"));
