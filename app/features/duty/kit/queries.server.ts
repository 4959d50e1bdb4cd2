import { sql, type SQL } from "drizzle-orm";
import { db } from "#db/client.server";
import { hasRole, type MemberActor } from "~/kit/actor";
import { after, DAY, now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Role } from "../model";
import { dutiesAsJson, sittingColumns, type DutyFacts, type SittingRow } from "../sql.server";

export type TaskFacts = {
  id: number;
  stepId: number | null;
  days: number;
  role: Role;
  title: string;
  message: string;
  /** « 2027-03-02 »: counted from the sitting, or kept from when it was done. */
  day: string;
  done: { at: string; by: string } | null;
};

export type HandoverFacts = { sittingId: number; worked: string; toKnow: string; leftOver: string; by: string; revision: number; startsAt: string; zone: string; title: string; pole: string | null };

export type FoundKit = SittingRow & {
  duties: DutyFacts[];
  serves: boolean;
  tasks: TaskFacts[];
  handover: HandoverFacts | null;
  /** What those who were responsible before left, the latest first. */
  earlier: HandoverFacts[];
  duration: number;
  place: string;
  byLink: boolean;
  deadline: string | null;
  stamp: string;
};

const serves = ({ memberId }: MemberActor): SQL => sql`exists (select 1 from duties me where me.sitting_id = s.id and me.member_id = ${memberId} and me.state = 'accepted')`;

/** To whom the kit of a sitting « s » is there: those responsible for it, and the committee. */
const holdsKit = (actor: MemberActor): SQL => sql`(${hasRole(actor, "committee")}::boolean or ${serves(actor)})`;

/** Moves with everything that a kit shows. */
const STAMP = sql`concat_ws('.', s.revision, (select coalesce(sum(d.revision), 0) from duties d where d.sitting_id = s.id),
  (select concat_ws('-', count(*), count(t.done_at), coalesce(sum(hashtext(t.role || t.days || t.title)::bigint), 0)) from sitting_tasks t where t.sitting_id = s.id),
  (select h.revision from handovers h where h.sitting_id = s.id))`;

/** A handover « h » with the sitting « o » it comes from, as JSON. */
const handoverAsJson = sql`json_build_object('sittingId', h.sitting_id, 'worked', h.worked, 'toKnow', h.to_know, 'leftOver', h.left_over, 'by', (select name from members where id = h.written_by), 'revision', h.revision,
  'startsAt', o.starts_at, 'zone', o.zone, 'title', (select title from meetings where id = o.meeting_id), 'pole', (select name from poles where id = o.pole_id))`;

/** The kit of one sitting with all that its page shows, in one statement. @throws DomainError thing.absent */
export async function findKit(actor: MemberActor, meetingId: number, sittingId: number): Promise<FoundKit> {
  const [row] = await db.execute<FoundKit>(sql`
    select ${sittingColumns}, ${dutiesAsJson(actor)} as duties, ${serves(actor)} as serves, s.duration_minutes as duration, s.place, s.link <> '' as "byLink", s.answer_deadline as deadline, ${STAMP} as stamp,
      (select coalesce(json_agg(json_build_object('id', t.id, 'stepId', t.step_id, 'days', t.days, 'role', t.role, 'title', t.title, 'message', t.message,
          'day', to_char(coalesce(t.done_day, s.local_start::date + t.days), 'YYYY-MM-DD'),
          'done', case when t.done_at is not null then json_build_object('at', t.done_at, 'by', (select name from members where id = t.done_by)) end)
        order by coalesce(t.done_day, s.local_start::date + t.days), t.id), '[]'::json) from sitting_tasks t where t.sitting_id = s.id) as tasks,
      (select ${handoverAsJson} from handovers h join sittings o on o.id = h.sitting_id where h.sitting_id = s.id) as handover,
      (select coalesce(json_agg(e.word), '[]'::json) from (
        select ${handoverAsJson} as word from handovers h join sittings o on o.id = h.sitting_id
        where o.starts_at < s.starts_at and o.id <> s.id order by (o.pole_id is not distinct from s.pole_id) desc, o.starts_at desc limit 3) e) as earlier
    from sittings s join meetings m on m.id = s.meeting_id where s.id = ${sittingId} and m.id = ${meetingId} and ${holdsKit(actor)}`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}

/** Whether a kit moved. @throws DomainError thing.absent */
export async function findKitStamp(actor: MemberActor, meetingId: number, sittingId: number): Promise<string> {
  const [row] = await db.execute<{ stamp: string }>(sql`select ${STAMP} as stamp from sittings s where s.id = ${sittingId} and s.meeting_id = ${meetingId} and ${holdsKit(actor)}`);
  if (!row) throw new DomainError("thing.absent");
  return row.stamp;
}

/** Whether somebody is responsible for a sitting. @throws DomainError thing.absent when neither they nor the committee */
export async function findOwnKit(actor: MemberActor, meetingId: number, sittingId: number): Promise<{ meetingId: number; sittingId: number; serves: boolean }> {
  const [row] = await db.execute<{ serves: boolean }>(sql`select ${serves(actor)} as serves from sittings s where s.id = ${sittingId} and s.meeting_id = ${meetingId} and ${holdsKit(actor)}`);
  if (!row) throw new DomainError("thing.absent");
  return { meetingId, sittingId, serves: row.serves };
}

/** How far ahead a task is asked for, and for how long after the sitting. */
const AHEAD_DAYS = 2;
const AFTER = 45 * DAY;

export type DueTasks = { meetingId: number; sittingId: number; title: string; pole: string | null; begun: boolean; tasks: number; first: string; day: string };

/** What is due of someone, sitting by sitting: of the roles that they hold alone. */
export async function listDueTasks({ memberId }: MemberActor): Promise<DueTasks[]> {
  const at = now();
  return [
    ...(await db.execute<DueTasks>(sql`
      select s.meeting_id::int as "meetingId", s.id::int as "sittingId", m.title, (select name from poles where id = s.pole_id) as pole, s.starts_at <= ${at.toISOString()}::timestamptz as begun,
        count(*)::int as tasks, (array_agg(t.title order by t.days, t.id))[1] as first, to_char(s.local_start::date + min(t.days), 'YYYY-MM-DD') as day
      from duties d join sittings s on s.id = d.sitting_id join meetings m on m.id = s.meeting_id join sitting_tasks t on t.sitting_id = s.id and t.role = d.role and t.done_at is null
      where d.member_id = ${memberId} and d.state = 'accepted' and s.cancelled_at is null and s.postponed_at is null and s.starts_at > ${after(at, -AFTER).toISOString()}::timestamptz
        and s.local_start::date + t.days <= (${at.toISOString()}::timestamptz at time zone s.zone)::date + ${AHEAD_DAYS}::int
      group by s.id, m.id order by min(s.local_start::date + t.days), s.id limit 3`)),
  ];
}
