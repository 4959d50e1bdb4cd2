import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { hasRole, type MemberActor } from "~/kit/actor";
import { after, DAY, now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { TopicState } from "./model";
import { DEMAND, FAMILY, MEETINGS, THREADS } from "./sql.server";

/** More than anybody looks through in a list of suggestions. */
const MOST_SUGGESTED = 300;
/** More than a choice can hold. */
export const MOST_TARGETS = 500;
export const PER_PAGE = 30;

/** The names that can be chosen: neither those that became another topic nor those that were set aside. */
export async function listTopicNames(_actor: MemberActor): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`select name from topics where state not in ('merged', 'dismissed') order by folded(name) limit ${MOST_SUGGESTED}`);
  return rows.map(({ name }) => name);
}

type Row = Record<string, unknown>;
const instantOf = (value: unknown): Date | null => (value === null || value === undefined ? null : new Date(String(value)));

const listedFrom = (row: Row) => ({
  id: Number(row.id),
  name: String(row.name),
  state: row.state as TopicState,
  wish: String(row.wish),
  people: Number(row.people),
  organisations: Number(row.organisations),
  poles: Number(row.poles),
  surveyed: Number(row.surveyed),
  threads: Number(row.threads),
  mine: row.mine === true,
  askedAt: instantOf(row.asked_at),
  discussedAt: instantOf(row.discussed_at),
  raisedAt: instantOf(row.raised_at),
  raisedReason: (row.raised_reason as string | null) ?? null,
  meeting: (row.meeting as { id: number; title: string } | null) ?? null,
});
export type ListedTopic = ReturnType<typeof listedFrom>;

const listed = (actor: MemberActor) => sql`
  t.id::int, t.name, t.state, t.wish, t.asked_at, t.discussed_at, t.raised_at, t.raised_reason, ${DEMAND},
  (select count(distinct h.id)::int ${THREADS}) as threads,
  exists (select 1 from topic_supports s where s.topic_id = t.id and s.member_id = ${actor.memberId} and s.slot is not null) as mine,
  (select json_build_object('id', m.id, 'title', m.title) ${MEETINGS} order by m.opened_at desc limit 1) as meeting`;

/** What waits and what is planned: all of it, since its order is reckoned from the whole. */
export async function listComingTopics(actor: MemberActor): Promise<ListedTopic[]> {
  const rows = await db.execute<Row>(sql`
    select ${listed(actor)} from topics t
    where t.state = 'planned' or (t.state in ('proposed', 'kept', 'deepen') and t.asked_at is not null) order by t.id`);
  return rows.map(listedFrom);
}

export type Word = { id: number; name: string; threads: number };

/** The words of discussions that nobody asked to talk about yet, in the order of their names, from the one after `after` on. */
export async function listWords(_actor: MemberActor, after: number | null, most = PER_PAGE): Promise<{ words: Word[]; next: number | null }> {
  const rows = await db.execute<Word>(sql`
    select t.id::int, t.name, (select count(distinct h.id)::int ${THREADS}) as threads from topics t
    where t.state in ('proposed', 'kept', 'deepen') and t.asked_at is null and (t.state <> 'proposed' or exists (select 1 ${THREADS}))
      and (${after}::bigint is null or (folded(t.name), t.id) > (select folded(l.name), l.id from topics l where l.id = ${after}::bigint))
    order by folded(t.name), t.id limit ${most + 1}`);
  const words = [...rows.slice(0, most)];
  return { words, next: rows.length > most ? (words.at(-1)?.id ?? null) : null };
}

/** What became of the topics that a survey asked for; `names` are those under which it did. */
export async function listTopicsOfSurvey(_actor: MemberActor, surveyId: number): Promise<{ id: number; name: string; state: TopicState; names: string[] }[]> {
  return [
    ...(await db.execute<{ id: number; name: string; state: TopicState; names: string[] }>(sql`
      select t.id::int, t.name, t.state, array_agg(o.name) as names from topic_steps e join topics o on o.id = e.topic_id join topics t on t.id = coalesce(o.merged_into, o.id)
      where e.survey_id = ${surveyId} group by t.id order by folded(t.name), t.id`)),
  ];
}

/** What was talked about, the latest first; `before` is the number of the last one shown. */
export async function listDiscussedTopics(actor: MemberActor, before: number | null): Promise<{ topics: ListedTopic[]; next: number | null }> {
  const rows = await db.execute<Row>(sql`
    select ${listed(actor)} from topics t
    where t.state = 'discussed' and (${before}::bigint is null or (t.state_at, t.id) < (select l.state_at, l.id from topics l where l.id = ${before}::bigint))
    order by t.state_at desc, t.id desc limit ${PER_PAGE + 1}`);
  const topics = rows.slice(0, PER_PAGE).map(listedFrom);
  return { topics, next: rows.length > PER_PAGE ? (topics.at(-1)?.id ?? null) : null };
}

export type Settled = { id: number; name: string; state: TopicState; reason: string | null; at: Date; into: { id: number; name: string } | null };

/** What was set aside or became another topic, the latest first. */
export async function listSettledTopics(_actor: MemberActor, before: number | null): Promise<{ topics: Settled[]; next: number | null }> {
  const rows = await db.execute<Row>(sql`
    select t.id::int, t.name, t.state, t.dismissed_reason as reason, t.state_at as at, case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as into
    from topics t left join topics o on o.id = t.merged_into
    where t.state in ('dismissed', 'merged') and (${before}::bigint is null or (t.state_at, t.id) < (select l.state_at, l.id from topics l where l.id = ${before}::bigint))
    order by t.state_at desc, t.id desc limit ${PER_PAGE + 1}`);
  const topics = rows.slice(0, PER_PAGE).map((row) => ({ ...row, at: new Date(String(row.at)) }) as Settled);
  return { topics, next: rows.length > PER_PAGE ? (topics.at(-1)?.id ?? null) : null };
}

/** How many votes somebody holds. */
export async function countVotes({ memberId }: MemberActor): Promise<number> {
  const [row] = await db.execute<{ held: number }>(sql`select count(*)::int as held from topic_supports where member_id = ${memberId} and slot is not null`);
  return row?.held ?? 0;
}

/** A number that every change of one topic moves, or of any. */
export async function findTopicStamp(_actor: MemberActor, id: number | null): Promise<number> {
  const [row] = await db.execute<{ stamp: number }>(sql`select coalesce(sum(revision), 0)::int as stamp from topics where ${id}::bigint is null or id = ${id}::bigint`);
  return row?.stamp ?? 0;
}

type Named = { id: number; name: string };
type Titled = { id: number; title: string };
export type TopicStep = { kind: string; at: string; by: string | null; reason: string; topic: string; people: number | null; other: Named | null; meeting: Titled | null; surveyed: boolean; survey: Titled | null };

export type FoundTopic = ListedTopic & {
  stateAt: Date;
  revision: number;
  reason: string | null;
  into: { id: number; name: string } | null;
  proposedBy: string | null;
  threadList: { id: number; title: string; messages: number; startedAt: string }[];
  meetings: { id: number; title: string; starts: string | null; /** Sittings that are not cancelled, and those of them that were held. */ sittings: number; held: number; /** Those that members read: open to correction, then adopted. */ minutes: { openedAt: string; adoptedAt: string | null } | null }[];
  documents: { id: number; name: string; thread: number; message: number }[];
  steps: TopicStep[];
};

const MOST_SHOWN = 12;

/**
 * A topic with all that its page shows, in one statement.
 * @throws DomainError thing.absent also for a word that stands nowhere but in a draft of the committee.
 */
export async function findTopic(actor: MemberActor, id: number): Promise<FoundTopic> {
  const [row] = await db.execute<Row>(sql`
    select ${listed(actor)}, t.state_at, t.revision, t.dismissed_reason as reason, p.name as proposer,
      (select json_build_object('id', o.id, 'name', o.name) from topics o where o.id = t.merged_into) as into,
      (select coalesce(json_agg(c), '[]'::json) from (select distinct h.id, h.title, h.last_position as messages, h.created_at as "startedAt", h.last_message_at ${THREADS} order by h.last_message_at desc limit ${MOST_SHOWN}) c) as thread_list,
      (select coalesce(json_agg(c order by c.starts nulls last, c.id), '[]'::json) from (
        select distinct m.id, m.title, (select min(g.starts_at) from sittings g where g.meeting_id = m.id and g.cancelled_at is null) as starts,
          (select count(*)::int from sittings g where g.meeting_id = m.id and g.held_at is not null) as held,
          (select count(*)::int from sittings g where g.meeting_id = m.id and g.cancelled_at is null) as sittings,
          (select jsonb_build_object('openedAt', n.opened_at, 'adoptedAt', n.adopted_at) from minutes n where n.meeting_id = m.id and n.opened_at is not null) as minutes ${MEETINGS}) c) as meetings,
      (select coalesce(json_agg(c), '[]'::json) from (
        select distinct on (f.attached_at, f.id) f.id, f.name, w.thread_id as thread, w.id as message, f.attached_at from files f join messages w on w.id = f.message_id and w.deleted_at is null
        where w.thread_id in (select h.id ${THREADS}) order by f.attached_at desc, f.id desc limit ${MOST_SHOWN}) c) as documents,
      (select coalesce(json_agg(json_build_object('kind', e.kind, 'at', e.at, 'by', b.name, 'reason', e.reason, 'topic', n.name,
          'other', case when e.other_topic_id is not null then json_build_object('id', x.id, 'name', x.name) end,
          'people', e.people, 'surveyed', e.survey_id is not null, 'survey', case when y.audience = 'all' then json_build_object('id', y.id, 'title', y.title) end,
          'meeting', case when m.opened_at is not null then json_build_object('id', m.id, 'title', m.title) end) order by e.at, e.id), '[]'::json)
        from topic_steps e join topics n on n.id = e.topic_id left join members b on b.id = e.by_id left join topics x on x.id = e.other_topic_id left join meetings m on m.id = e.meeting_id left join surveys y on y.id = e.survey_id
        where e.topic_id in ${FAMILY}) as steps
    from topics t left join members p on p.id = t.created_by
    where t.id = ${id} and (t.asked_at is not null or t.state <> 'proposed' or ${hasRole(actor, "committee")}::boolean or exists (select 1 ${THREADS}) or exists (select 1 ${MEETINGS}))`);
  if (!row) throw new DomainError("thing.absent");
  return {
    ...listedFrom(row),
    stateAt: new Date(String(row.state_at)),
    revision: Number(row.revision),
    reason: (row.reason as string | null) ?? null,
    into: (row.into as FoundTopic["into"]) ?? null,
    proposedBy: (row.proposer as string | null) ?? null,
    threadList: row.thread_list as FoundTopic["threadList"],
    meetings: row.meetings as FoundTopic["meetings"],
    documents: row.documents as FoundTopic["documents"],
    steps: row.steps as TopicStep[],
  };
}

/** After so long, and from so many people on, the committee owes a topic a word. */
const OWED_AFTER = 60 * DAY;
const OWED_FROM = 3;

/** Topics that several people asked for long ago and that the committee said nothing of: how many, which is wanted most, and since when the latest waits. */
export async function findUndecided(_actor: MemberActor): Promise<{ count: number; most: string | null; since: string | null }> {
  const [row] = await db.execute<{ count: number; most: string | null; since: Date | null }>(sql`
    select count(*)::int as count, (array_agg(w.name order by w.people desc, w.id))[1] as most, max(w.owed) as since from (
      select t.id, t.name, t.asked_at + ${OWED_AFTER}::float8 * interval '1 millisecond' as owed, (select count(*) from topic_supports s where s.topic_id = t.id and s.given_at >= t.asked_at) as people
      from topics t where t.state = 'proposed' and t.raised_at is null and t.asked_at < ${after(now(), -OWED_AFTER).toISOString()}::timestamptz
    ) w where w.people >= ${OWED_FROM}`);
  return { count: row?.count ?? 0, most: row?.most ?? null, since: row?.since ? new Date(row.since).toISOString() : null };
}

/** What a topic can become part of: every other one that is none's part itself. */
export async function listTargets(_actor: MemberActor, id: number): Promise<{ id: number; name: string }[]> {
  return [...(await db.execute<{ id: number; name: string }>(sql`select id::int, name from topics where id <> ${id} and state <> 'merged' order by folded(name) limit ${MOST_TARGETS}`))];
}

/** The title of a discussion that a topic is proposed from, where it is open to every member. */
export async function findSource(_actor: MemberActor, threadId: number): Promise<{ id: number; title: string }> {
  const [row] = await db.execute<{ id: number; title: string }>(sql`select id::int, title from threads where id = ${threadId} and removed_at is null`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}
