import { sql, type SQL } from "drizzle-orm";
import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import type { PollInstants, SlotChoice, Tally } from "./model";

/** The parts that the reads of polls share; « d » is date_polls. */

/** True for the polls that this person may see: opened ones, and all for the committee. */
export const openTo = (actor: MemberActor): SQL => sql`(d.opened_at is not null or ${hasRole(actor, "committee")}::boolean)`;

/** True for the members « p » who are asked by the poll « d ». */
export const ASKED = sql`(p.state = 'active' and (exists (select 1 from date_poll_people k where k.poll_id = d.id and k.member_id = p.id)
  or p.guest_until is null and (not exists (select 1 from date_poll_organisations o where o.poll_id = d.id)
    or exists (select 1 from date_poll_organisations o join memberships s on s.organisation_id = o.organisation_id where o.poll_id = d.id and s.member_id = p.id))))`;

/** True for the members « p » who have a slot to come of the poll « d » left to answer. */
export const missing = (): SQL => sql`exists (select 1 from date_poll_slots s where s.poll_id = d.id and s.starts_at > ${now().toISOString()}::timestamptz
  and not exists (select 1 from date_poll_answers a where a.slot_id = s.id and a.member_id = p.id))`;

/** True for the polls « d » that take answers now. */
export const taking = (): SQL => sql`(d.opened_at is not null and d.closed_at is null and d.answer_until > ${now().toISOString()}::timestamptz)`;

export type Me = { memberId: number | null; personId: number | null };

/** The slots of « d » with what was said of each, by those who are still here, and by this person. */
export const slotsAsJson = ({ memberId, personId }: Me): SQL => sql`(
  select coalesce(json_agg(json_build_object('id', s.id, 'localStart', to_char(s.local_start, 'YYYY-MM-DD"T"HH24:MI'), 'startsAt', s.starts_at, 'duration', s.duration_minutes,
    'tally', json_build_object('oui', t.oui, 'besoin', t.besoin, 'non', t.non),
    'mine', (select a.choice from date_poll_answers a where a.slot_id = s.id and (a.member_id = ${memberId}::bigint or a.person_id = ${personId}::bigint))) order by s.starts_at, s.id), '[]'::json)
  from date_poll_slots s, lateral (
    select count(*) filter (where a.choice = 'oui') as oui, count(*) filter (where a.choice = 'besoin') as besoin, count(*) filter (where a.choice = 'non') as non
    from date_poll_answers a left join members x on x.id = a.member_id where a.slot_id = s.id and (a.member_id is null or x.state in ('active', 'paused'))
  ) t where s.poll_id = d.id
)`;

export type SlotFacts = { id: number; /** « 2027-03-02T13:30 », as the clocks of its zone show it. */ localStart: string; startsAt: string; duration: number; tally: Tally; mine: SlotChoice | null };

/** The closing days that the poll « d » must know of: those of its pole, and everybody's. */
export const CLOSINGS = sql`(
  select coalesce(json_agg(json_build_object('label', c.label, 'firstDay', c.first_day, 'lastDay', c.last_day) order by c.first_day, c.id), '[]'::json)
  from closing_days c where (c.pole_id is null or c.pole_id = d.pole_id) and c.last_day >= current_date - 1
)`;

/** What every page of a poll shows. */
export const POLL = sql`d.id::int, d.meeting_id::int as "meetingId", m.title, m.opened_at is not null as "meetingOpened", d.pole_id::int as "poleId", (select name from poles where id = d.pole_id) as pole,
  d.zone, d.note, d.answer_until as "answerUntil", d.opened_at as "openedAt", d.closed_at is not null as closed, d.chosen_slot_id::int as "chosenSlotId", d.revision, ${CLOSINGS} as closings`;

export type PollFacts = {
  id: number;
  meetingId: number;
  title: string;
  meetingOpened: boolean;
  poleId: number | null;
  pole: string | null;
  zone: string;
  note: string;
  answerUntil: string;
  openedAt: string | null;
  closed: boolean;
  chosenSlotId: number | null;
  revision: number;
  closings: { label: string; firstDay: string; lastDay: string }[];
  slots: SlotFacts[];
};

export const instantsOf = ({ openedAt, closed, chosenSlotId, answerUntil }: Pick<PollFacts, "openedAt" | "closed" | "chosenSlotId" | "answerUntil">): PollInstants => ({
  opened: openedAt !== null,
  closed,
  chosen: chosenSlotId !== null,
  answerUntil: new Date(answerUntil),
});
