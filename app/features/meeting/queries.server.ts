import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { monthName, monthsAway, PER_PAGE, type AgendaItem } from "./model";
import { openTo, sittingsAsJson, sittingsWithoutLink, type SittingFacts } from "./sitting/sql.server";
import { listAccounts } from "./speaker/queries.server";

export { listAccounts, openTo, sittingsWithoutLink, type SittingFacts };

export type SpeakerFacts = { id: number; name: string; title: string; organisation: string; bio: string; member_id: number | null };

export type ListedMeeting = { id: number; title: string; opened: boolean; topics: string[]; sittings: SittingFacts[] };

export type FoundMeeting = ListedMeeting & {
  objectives: string;
  objectivesHtml: string;
  question: string;
  questionHtml: string;
  agenda: AgendaItem[];
  speakers: SpeakerFacts[];
  revision: number;
  stamp: number;
  createdBy: string;
  /** Its discussion, unless it was removed. */
  thread: { id: number; messages: number } | null;
};

const TOPICS = sql`(select coalesce(json_agg(t.name order by lower(t.name)), '[]'::json) from meeting_topics mt join topics t on t.id = mt.topic_id where mt.meeting_id = m.id)`;

/** Everything that shows in a page about the meeting « m » moves this number; for the committee also who is asked to be responsible. */
const stamp = (actor: MemberActor) => sql`(m.revision + (select coalesce(sum(s.revision), 0) from sittings s where s.meeting_id = m.id)
  + case when ${hasRole(actor, "committee")}::boolean then (select coalesce(sum(d.revision), 0) from duties d join sittings s on s.id = d.sitting_id where s.meeting_id = m.id) else 0 end)::int`;

/** Its first beginning and its last end, of those that are not cancelled where there are any. */
const SPAN = sql`lateral (
  select min(s.starts_at) as first, max(s.starts_at + make_interval(mins => s.duration_minutes)) as last from sittings s
  where s.meeting_id = m.id and (s.cancelled_at is null or not exists (select 1 from sittings o where o.meeting_id = m.id and o.cancelled_at is null))
)`;

const listed = (actor: MemberActor) => sql`m.id::int, m.title, m.opened_at is not null as opened, ${TOPICS} as topics, ${sittingsAsJson(actor)} as sittings`;

/** The meetings to come, the nearest first. Those without a date are the committee's. */
export async function listComing(actor: MemberActor): Promise<ListedMeeting[]> {
  return [
    ...(await db.execute<ListedMeeting>(sql`
      select ${listed(actor)} from meetings m join ${SPAN} span on true
      where ${openTo(actor)} and m.opened_at is not null and span.last >= ${now().toISOString()}::timestamptz
      order by span.first, m.id limit 60`)),
  ];
}

/** Past meetings, the latest first; `before` is the id of the last one shown. */
export async function listPast(actor: MemberActor, before: number | null): Promise<{ meetings: ListedMeeting[]; next: number | null }> {
  const rows = await db.execute<ListedMeeting>(sql`
    with shown as (
      select m.id, span.last from meetings m join ${SPAN} span on true
      where m.opened_at is not null and span.last < ${now().toISOString()}::timestamptz
    )
    select ${listed(actor)} from shown join meetings m on m.id = shown.id
    where ${before}::bigint is null or (shown.last, shown.id) < (select c.last, c.id from shown c where c.id = ${before}::bigint)
    order by shown.last desc, shown.id desc limit ${PER_PAGE + 1}`);
  const meetings = rows.slice(0, PER_PAGE);
  return { meetings, next: rows.length > PER_PAGE ? (meetings.at(-1)?.id ?? null) : null };
}

export type MonthSitting = { id: number; meetingId: number; title: string; pole: string | null; local_start: string; duration: number; held: boolean; postponed: boolean; cancelled: boolean };

/** What is held in a month, on the days that the clocks on the spot show. */
export async function listMonth(actor: MemberActor, month: { year: number; month: number }): Promise<MonthSitting[]> {
  return [
    ...(await db.execute<MonthSitting>(sql`
      select s.id::int, m.id::int as "meetingId", m.title, p.name as pole, to_char(s.local_start, 'YYYY-MM-DD"T"HH24:MI') as local_start, s.duration_minutes as duration,
        s.held_at is not null as held, s.postponed_at is not null as postponed, s.cancelled_at is not null as cancelled
      from sittings s join meetings m on m.id = s.meeting_id left join poles p on p.id = s.pole_id
      where ${openTo(actor)} and m.opened_at is not null
        and s.local_start >= ${`${monthName(month)}-01`}::timestamp and s.local_start < ${`${monthName(monthsAway(month, 1))}-01`}::timestamp
      order by s.local_start, s.id limit 200`)),
  ];
}

/** A season as the committee sees it: what is planned from August to July, and every draft that has no date. */
export async function listSeason(actor: MemberActor, season: number): Promise<ListedMeeting[]> {
  return [
    ...(await db.execute<ListedMeeting>(sql`
      select ${listed(actor)} from meetings m left join ${SPAN} span on true
      where ${openTo(actor)} and (span.first is null or (span.first >= ${`${season}-08-01`}::timestamp at time zone 'UTC' and span.first < ${`${season + 1}-08-01`}::timestamp at time zone 'UTC'))
      order by span.first nulls last, m.id limit 120`)),
  ];
}

/**
 * A meeting with all that its pages show, in one statement.
 * @throws DomainError thing.absent when it does not exist, or is a draft and the actor not of the committee.
 */
export async function findMeeting(actor: MemberActor, id: number): Promise<FoundMeeting> {
  const [row] = await db.execute<FoundMeeting>(sql`
    select ${listed(actor)}, m.objectives_body as objectives, m.objectives_html as "objectivesHtml", m.question_body as question, m.question_html as "questionHtml",
      m.revision, ${stamp(actor)} as stamp, (select name from members where id = m.created_by) as "createdBy",
      (select coalesce(json_agg(json_build_object('title', a.title, 'minutes', a.minutes) order by a.position), '[]'::json) from agenda_items a where a.meeting_id = m.id) as agenda,
      (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'title', k.title, 'organisation', k.organisation, 'bio', k.bio, 'member_id', k.member_id) order by k.id), '[]'::json)
        from speakers k where k.meeting_id = m.id) as speakers,
      (select json_build_object('id', t.id, 'messages', t.last_position) from threads t where t.id = m.thread_id and t.removed_at is null) as thread
    from meetings m where m.id = ${id} and ${openTo(actor)}`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}

/** Whether something moved: of one meeting, or of all that the list shows. */
export async function findStamp(actor: MemberActor, id: number | null): Promise<number> {
  const [row] = await db.execute<{ stamp: number }>(sql`
    select coalesce(sum(${stamp(actor)}), 0)::int as stamp from meetings m
    where ${openTo(actor)} and (${id}::bigint is null and m.opened_at is not null or m.id = ${id}::bigint)`);
  return row?.stamp ?? 0;
}

export type NextMeeting = { id: number; title: string; sittings: SittingFacts[] };

/** The next meeting that will take place, for the home page. */
export async function findNext(actor: MemberActor): Promise<NextMeeting | null> {
  const [row] = await db.execute<NextMeeting>(sql`
    select m.id::int, m.title, ${sittingsAsJson(actor)} as sittings from sittings n join meetings m on m.id = n.meeting_id
    where ${openTo(actor)} and m.opened_at is not null and n.cancelled_at is null and n.postponed_at is null
      and n.starts_at + make_interval(mins => n.duration_minutes) >= ${now().toISOString()}::timestamptz
    order by n.starts_at, n.id limit 1`);
  return row ?? null;
}
