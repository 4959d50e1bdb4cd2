import { sql, type SQL } from "drizzle-orm";
import { hasRole, type MemberActor } from "~/kit/actor";
import type { DutyState, Role } from "./model";

/** The parts that the reads of duties share. */

export type PersonFacts = { id: number; name: string; title: string; organisation: string | null; organisation_id: number | null };

/** A person « alias », with where they work, as JSON. */
export const personAsJson = (alias: SQL): SQL => sql`(
  select json_build_object('id', q.id, 'name', q.name, 'title', q.title, 'organisation', o.name, 'organisation_id', o.id)
  from members q left join lateral (
    select g.id, g.name from memberships s join organisations g on g.id = s.organisation_id where s.member_id = q.id order by s.since, s.organisation_id limit 1) o on true
  where q.id = ${alias})`;

/** True where this person may know who was proposed or asked: the committee, and whoever was asked. */
const knows = (actor: MemberActor): SQL => sql`(d.state = 'accepted' or ${hasRole(actor, "committee")}::boolean or (d.state = 'asked' and d.member_id = ${actor.memberId}))`;

export type DutyFacts = {
  id: number;
  role: Role;
  state: DutyState;
  revision: number;
  /** Who holds it, as far as the reader may know. */
  person: PersonFacts | null;
  /** Who agreed at first, where that is somebody else. */
  planned: PersonFacts | null;
  /** Who really did it, where it was noted. */
  served: PersonFacts | null;
  /** Its holder looks for somebody to take it. */
  searching: boolean;
  /** Why they were asked, as it was said then. */
  reason: string | null;
};

/** The duties of a sitting « s », in the order of the roles. A plan of the committee's is open to everybody else. */
export const dutiesAsJson = (actor: MemberActor): SQL<DutyFacts[]> => sql<DutyFacts[]>`(
  select coalesce(json_agg(json_build_object(
    'id', d.id, 'role', d.role, 'revision', d.revision,
    'state', case when d.state = 'proposed' and not ${hasRole(actor, "committee")}::boolean then 'open' else d.state end,
    'person', case when ${knows(actor)} then ${personAsJson(sql`d.member_id`)} end,
    'planned', case when d.planned_id is distinct from coalesce(d.served_by, d.member_id) then ${personAsJson(sql`d.planned_id`)} end,
    'served', ${personAsJson(sql`d.served_by`)},
    'reason', case when ${knows(actor)} then (select nullif(k.reason, '') from duty_asks k where k.duty_id = d.id and k.member_id = d.member_id order by k.id desc limit 1) end,
    'searching', exists (select 1 from duty_swaps w where w.duty_id = d.id and w.outcome is null and w.taken_by is null and w.asked_of is null))
    order by array_position(array['facilitation', 'coordination', 'notes'], d.role)), '[]'::json)
  from duties d where d.sitting_id = s.id)`;

/** A sitting « s » of a meeting « m », as pages about turns name it. */
export const sittingColumns = sql`s.id::int as "sittingId", m.id::int as "meetingId", m.title, m.opened_at is not null as opened, (select name from poles where id = s.pole_id) as pole,
  s.pole_id::int as "poleId", s.starts_at as "startsAt", s.zone, s.held_at is not null as held, s.postponed_at is not null as postponed, s.cancelled_at is not null as cancelled`;

export type SittingRow = {
  sittingId: number;
  meetingId: number;
  title: string;
  opened: boolean;
  pole: string | null;
  poleId: number | null;
  startsAt: string | Date;
  zone: string;
  held: boolean;
  postponed: boolean;
  cancelled: boolean;
};
