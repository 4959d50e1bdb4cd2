import { sql, type SQL } from "drizzle-orm";
import { hasRole, type MemberActor } from "~/kit/actor";
import { sittingStateOf, type SittingState } from "./model";

/** The parts that the reads of meetings and sittings share. */

/** True for the rows of « m » (meetings) that this person may see: opened ones, and all for the committee. */
export const openTo = (actor: MemberActor): SQL => sql`(m.opened_at is not null or ${hasRole(actor, "committee")}::boolean)`;

/**
 * True where this person may see the link of a sitting « s » of a meeting « m »: those
 * who are registered, the committee, and the speakers with an account.
 */
export const seesLink = (actor: MemberActor): SQL =>
  sql`(${hasRole(actor, "committee")}::boolean or exists (select 1 from speakers k where k.meeting_id = m.id and k.member_id = ${actor.memberId})
    or exists (select 1 from meeting_answers a where a.meeting_id = m.id and a.sitting_id = s.id and a.member_id = ${actor.memberId} and a.state = 'coming'))`;

/** The sittings of « m », in the order of time, as one JSON value. */
export const sittingsAsJson = (actor: MemberActor) => sittingsSeen(seesLink(actor));

/** The same for who came by the link of a mail, which may have been passed on. */
export const sittingsWithoutLink = sittingsSeen(sql`false`);

function sittingsSeen(link: SQL): SQL<SittingFacts[]> {
  return sql<SittingFacts[]>`(
  select coalesce(json_agg(json_build_object('id', s.id, 'pole_id', s.pole_id, 'pole', p.name, 'local_start', to_char(s.local_start, 'YYYY-MM-DD"T"HH24:MI'), 'zone', s.zone,
    'starts_at', s.starts_at, 'duration', s.duration_minutes, 'place', s.place, 'by_link', s.link <> '', 'link', case when ${link} then s.link else '' end,
    'capacity', s.capacity, 'deadline', s.answer_deadline, 'held', s.held_at is not null, 'postponed', s.postponed_at is not null, 'cancelled', s.cancelled_at is not null,
    'reason', coalesce(s.cancelled_reason, s.postponed_reason), 'revision', s.revision) order by s.starts_at, s.id), '[]'::json)
  from sittings s left join poles p on p.id = s.pole_id where s.meeting_id = m.id
)`;
}

export type SittingFacts = {
  id: number;
  pole_id: number | null;
  pole: string | null;
  /** « 2027-03-02T13:30 », as the clocks of its zone show it. */
  local_start: string;
  zone: string;
  starts_at: string;
  duration: number;
  place: string;
  by_link: boolean;
  /** Empty for whoever may not see it. */
  link: string;
  capacity: number | null;
  deadline: string | null;
  held: boolean;
  postponed: boolean;
  cancelled: boolean;
  reason: string | null;
  revision: number;
};

export const stateOf = (facts: SittingFacts): SittingState => sittingStateOf(facts);
