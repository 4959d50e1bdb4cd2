import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { openTo, sittingsWithoutLink, type SittingFacts } from "~/features/meeting/queries.server";
import type { AnswerState, Refusal } from "./model";

export type SittingSeats = { id: number; capacity: number | null; taken: number; startsAt: string; zone: string; deadline: string | null; planned: boolean };

export type MyAnswer = {
  state: AnswerState;
  sittingId: number | null;
  heldUntil: string | null;
  passed: boolean;
  /** Who gave it, where it was someone else. */
  by: string | null;
  /** Why they cannot, if they said. */
  refusal: Refusal | null;
  /** The place in the list that waits. */
  rank: number;
};

/** A reply of somebody who comes, for those who are responsible there. */
export type ReplyRead = { name: string; label: string; body: string };

/** How many gave which reason for not coming; never who. */
export type RefusalCount = { refusal: Refusal; count: number };

export type AnswerFacts = { sittings: SittingSeats[]; mine: MyAnswer | null; questions: { id: number; label: string; reply: string }[]; replies: ReplyRead[]; refusals: RefusalCount[] };

/** The reasons given for not coming to the meeting « m », as numbers. */
const REFUSALS_AS_JSON = sql`(select coalesce(json_agg(json_build_object('refusal', r.refusal, 'count', r.count) order by r.count desc, r.refusal), '[]'::json)
  from (select refusal, count(*)::int as count from meeting_answers where meeting_id = m.id and refusal is not null group by refusal) r)`;

/** The answer of one person (a column or a value) to the meeting « m », as one JSON value. */
const answerAsJson = (memberId: number) => sql`(
  select json_build_object('state', a.state, 'sittingId', a.sitting_id, 'heldUntil', a.held_until, 'passed', a.passed_at is not null,
    'by', case when a.answered_by <> a.member_id then (select name from members where id = a.answered_by) end, 'refusal', a.refusal,
    'rank', (select count(*) from meeting_answers w where w.sitting_id = a.sitting_id and w.state = 'waiting' and w.queue <= a.queue))
  from meeting_answers a where a.meeting_id = m.id and a.member_id = ${memberId})`;

const SEATS = sql`(
  select coalesce(json_agg(json_build_object('id', s.id, 'capacity', s.capacity, 'startsAt', s.starts_at, 'zone', s.zone, 'deadline', s.answer_deadline,
    'planned', num_nonnulls(s.held_at, s.postponed_at, s.cancelled_at) = 0,
    'taken', seats_taken(s.id)) order by s.starts_at, s.id), '[]'::json)
  from sittings s where s.meeting_id = m.id)`;

/** The same for whoever came by the link of a mail: what is asked, and what they answered. */
export async function findAskedByMail({ memberId, meetingId }: { memberId: number; meetingId: number }) {
  const [row] = await db.execute<Pick<AnswerFacts, "sittings" | "mine"> & { title: string; dates: (SittingFacts & { id: number })[] }>(sql`
    select m.title, ${SEATS} as sittings, ${answerAsJson(memberId)} as mine, ${sittingsWithoutLink} as dates from meetings m where m.id = ${meetingId} and m.opened_at is not null`);
  return row ?? null;
}

/** What a person can answer to a meeting, and what they did; null while it is not open. One statement. */
export async function findAnswering(actor: MemberActor, meetingId: number): Promise<AnswerFacts | null> {
  const [row] = await db.execute<AnswerFacts>(sql`
    select ${SEATS} as sittings, ${answerAsJson(actor.memberId)} as mine,
      (select coalesce(json_agg(json_build_object('id', q.id, 'label', q.label, 'reply', coalesce(r.body, '')) order by q.position), '[]'::json)
        from meeting_questions q
        left join meeting_answers a on a.meeting_id = q.meeting_id and a.member_id = ${actor.memberId}
        left join meeting_replies r on r.question_id = q.id and r.answer_id = a.id
        where q.meeting_id = m.id) as questions,
      (select coalesce(json_agg(json_build_object('name', p.name, 'label', q.label, 'body', r.body) order by lower(p.name), p.id, q.position), '[]'::json)
        from duties d join sittings s on s.id = d.sitting_id and s.meeting_id = m.id join meeting_answers a on a.sitting_id = s.id and a.state = 'coming'
        join meeting_replies r on r.answer_id = a.id join meeting_questions q on q.id = r.question_id join members p on p.id = a.member_id
        where d.member_id = ${actor.memberId} and d.state = 'accepted') as replies,
      case when ${hasRole(actor, "committee")}::boolean or exists (select 1 from duties d join sittings s on s.id = d.sitting_id and s.meeting_id = m.id where d.member_id = ${actor.memberId} and d.state = 'accepted')
        then ${REFUSALS_AS_JSON} else '[]'::json end as refusals
    from meetings m where m.id = ${meetingId} and ${openTo(actor)} and m.opened_at is not null`);
  return row ?? null;
}

export type Colleague = { id: number; name: string; title: string; state: AnswerState | null; sittingId: number | null; own: boolean; by: string | null; mine: boolean };

/** Those whom somebody may answer for, with what was answered: the people of the organisations that they manage; for the committee, everybody. */
export async function listColleagues(actor: MemberActor, meetingId: number): Promise<Colleague[]> {
  return [
    ...(await db.execute<Colleague>(sql`
      select p.id::int, p.name, p.title, a.state, a.sitting_id::int as "sittingId", coalesce(a.answered_by = p.id, false) as own, coalesce(a.answered_by = ${actor.memberId}, false) as mine,
        case when a.answered_by <> p.id then (select name from members where id = a.answered_by) end as by
      from members p join meetings m on m.id = ${meetingId} and m.opened_at is not null left join meeting_answers a on a.meeting_id = m.id and a.member_id = p.id
      where p.state = 'active' and p.guest_until is null and p.name <> '' and p.id <> ${actor.memberId} and (${hasRole(actor, "committee")}::boolean
        or exists (select 1 from organisation_managers g join memberships s on s.organisation_id = g.organisation_id where g.member_id = ${actor.memberId} and s.member_id = p.id))
      order by lower(p.name), p.id limit 500`)),
  ];
}

/** The organisations of an active member: what a manager's right over them hangs on. */
export async function findColleague(actor: MemberActor, memberId: number): Promise<{ id: number; here: boolean; organisationIds: number[] }> {
  const [row] = await db.execute<{ organisations: number[] }>(sql`
    select coalesce(array_agg(s.organisation_id::int) filter (where s.organisation_id is not null), '{}') as organisations
    from members p left join memberships s on s.member_id = p.id
    where p.id = ${memberId} and p.state = 'active' and p.guest_until is null and p.id <> ${actor.memberId} group by p.id`);
  return { id: memberId, here: row !== undefined, organisationIds: row?.organisations ?? [] };
}

export type Awaited = { id: number; title: string; since: string; deadline: string | null; startsAt: string; heldUntil: string | null };

/** Meetings that wait for this person's answer, and seats that are held for them. */
export async function listAwaited(actor: MemberActor): Promise<Awaited[]> {
  const present = now().toISOString();
  return [
    ...(await db.execute<Awaited>(sql`
      select m.id::int, m.title, m.opened_at as since, min(s.answer_deadline) as deadline, min(s.starts_at) as "startsAt", min(a.held_until) as "heldUntil"
      from meetings m join sittings s on s.meeting_id = m.id
      left join meeting_answers a on a.meeting_id = m.id and a.member_id = ${actor.memberId}
      where m.opened_at is not null and num_nonnulls(s.held_at, s.postponed_at, s.cancelled_at) = 0
        and (a.id is null and s.starts_at > ${present}::timestamptz and coalesce(s.answer_deadline, s.starts_at) > ${present}::timestamptz
          or a.state = 'offered' and a.sitting_id = s.id and a.held_until > ${present}::timestamptz)
      group by m.id order by min(s.starts_at), m.id limit 7`)),
  ];
}
