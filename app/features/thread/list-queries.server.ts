import { and, eq, isNull, sql, type SQL } from "drizzle-orm";
import { alias, unionAll } from "drizzle-orm/pg-core";
import { preparedQuery, type Database } from "#db/client.server";
import { members } from "#db/schema/member";
import { threadReads, threads } from "#db/schema/thread";
import type { MemberActor } from "~/kit/actor";
import { followOf, topicsOf, UNNAMED } from "./sql.server";
import { EVERY_THREAD, formatCursor, PER_PAGE, UNREAD_CAP, type ListCursor, type ListFilter, type View } from "./model";

const starters = alias(members, "starters");
const lastAuthors = alias(members, "last_authors");
const me = sql.placeholder("me");

const micros = sql<string>`(extract(epoch from threads.last_message_at) * 1000000)::bigint`.mapWith(String);

const READ = sql`coalesce(thread_reads.last_position, 0)`;

/**
 * Other people's messages after one's own reading position. Positions have no gap, so this is a
 * subtraction: only one's own messages there, and the deleted ones, are counted.
 */
export const UNREAD = sql<number>`least(${UNREAD_CAP}::int, threads.last_position - ${READ}
  - (select count(*)::int from messages m where m.author_id = ${me}::bigint and m.thread_id = threads.id and m.position > ${READ})
  - (select count(*)::int from messages m where m.thread_id = threads.id and m.position > ${READ} and m.deleted_at is not null and m.author_id is distinct from ${me}::bigint)
)`.mapWith(Number);

/** Where the principal organisation of someone is read. */
export const organisationOf = (memberId: SQL) => sql<{ id: number; name: string } | null>`(
  select json_build_object('id', g.id, 'name', g.name) from memberships s join organisations g on g.id = s.organisation_id
  where s.member_id = ${memberId} order by s.since, s.organisation_id limit 1
)`;

// The index says NULLS LAST; without the same words here the database would sort every thread.
export const BY_ACTIVITY = sql`threads.last_message_at desc nulls last, threads.id desc nulls last`;

const ANSWERED = sql<boolean>`exists (select 1 from messages m where m.id = threads.answer_message_id and m.deleted_at is null)`;

/** What each view keeps of the list. */
const KEPT: Record<View, SQL> = {
  all: sql`true`,
  unanswered: sql`threads.asked_at is not null and not ${ANSWERED}`,
  followed: sql`${followOf(sql`threads.id`, sql`${me}::bigint`)} = 'following'`,
  unread: sql`threads.last_position > ${READ}
    and exists (select 1 from messages m where m.thread_id = threads.id and m.position > ${READ} and m.author_id is distinct from ${me}::bigint and m.deleted_at is null)`,
};

const topic = sql`${sql.placeholder("topic")}::bigint`;
const ABOUT = sql`(${topic} is null or exists (select 1 from thread_topics tt join topics o on o.id = tt.topic_id where tt.thread_id = threads.id and coalesce(o.merged_into, o.id) = ${topic}))`;

const BEFORE = sql`threads.pinned_at is null
  and (threads.last_message_at, threads.id) < ('epoch'::timestamptz + ${sql.placeholder("micros")}::float8 * interval '1 microsecond', ${sql.placeholder("before")}::bigint)`;
/** Topics offered to narrow the list by. */
const MOST_TOPICS = 60;
/** Nobody pins so many; all of them stand on the first page. */
const MOST_PINNED = 100;

const listPart = (database: Database, view: View, part: "pinned" | "others") =>
  database
    .select({
      id: threads.id,
      title: threads.title,
      messages: threads.lastPosition,
      lastMessageAt: threads.lastMessageAt,
      micros,
      starter: sql<string>`coalesce(${starters.name}, ${UNNAMED})`,
      starterTitle: sql<string>`coalesce(${starters.title}, '')`,
      starterOrganisation: organisationOf(sql`starters.id`),
      lastAuthor: sql<string>`coalesce(${lastAuthors.name}, ${UNNAMED})`,
      unread: UNREAD,
      asked: sql<boolean>`threads.asked_at is not null`,
      answered: ANSWERED,
      closed: sql<boolean>`threads.closed_at is not null`,
      pinned: sql<boolean>`threads.pinned_at is not null`,
      announced: sql<boolean>`threads.announced_at is not null`,
      topics: topicsOf(sql`threads.id`),
    })
    .from(threads)
    .leftJoin(starters, eq(starters.id, threads.authorId))
    .leftJoin(lastAuthors, eq(lastAuthors.id, threads.lastAuthorId))
    .leftJoin(threadReads, and(eq(threadReads.threadId, threads.id), eq(threadReads.memberId, me)))
    .where(sql`threads.removed_at is null and ${KEPT[view]} and ${ABOUT} and ${part === "pinned" ? sql`threads.pinned_at is not null` : BEFORE}`)
    .orderBy(BY_ACTIVITY)
    .limit(part === "pinned" ? MOST_PINNED : PER_PAGE + 1);

/** The first page of a view, the pinned ones among it, and a page that goes on from there: a statement each. */
const viewQueries = (view: View) => ({
  first: preparedQuery((database) => unionAll(listPart(database, view, "pinned"), listPart(database, view, "others")).prepare(`thread_list_${view}`)),
  later: preparedQuery((database) => listPart(database, view, "others").prepare(`thread_list_${view}_later`)),
});
const QUERIES: Record<View, ReturnType<typeof viewQueries>> = { all: viewQueries("all"), unanswered: viewQueries("unanswered"), followed: viewQueries("followed"), unread: viewQueries("unread") };

export type ListedThread = Omit<Awaited<ReturnType<typeof listPart>>[number], "micros">;

/** Before this nothing is left out: the year 2200, in microseconds. */
const EVERYTHING: ListCursor = { micros: "7258118400000000", id: "1" };

/** The threads of the community: on the first page the pinned ones, then the latest activity first; and where the list goes on. */
export async function listThreads(actor: MemberActor, cursor: ListCursor | null, { view, topic: about }: ListFilter = EVERY_THREAD): Promise<{ threads: ListedThread[]; next: string | null }> {
  const { micros: before, id } = cursor ?? EVERYTHING;
  const query = cursor ? QUERIES[view].later : QUERIES[view].first;
  const found = await query().execute({ me: actor.memberId, topic: about, micros: before, before: id });
  const pinned = found.filter((thread) => thread.pinned);
  const rows = found.filter((thread) => !thread.pinned);
  const shown = rows.slice(0, PER_PAGE);
  const last = shown.at(-1);
  const next = rows.length > PER_PAGE && last ? formatCursor({ micros: last.micros, id: String(last.id) }) : null;
  return { threads: [...pinned, ...shown], next };
}

const factsQuery = preparedQuery((database) =>
  database
    .select({
      latest: sql<{ id: number; messages: number } | null>`(select json_build_object('id', threads.id, 'messages', threads.last_position) from threads where threads.removed_at is null order by ${BY_ACTIVITY} limit 1)`,
      topics: sql<{ id: number; name: string; threads: number }[]>`(
        select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'threads', c.threads) order by folded(c.name)), '[]'::json) from (
          select t.id, t.name, count(distinct tt.thread_id)::int as threads
          from thread_topics tt join topics o on o.id = tt.topic_id join topics t on t.id = coalesce(o.merged_into, o.id) join threads h on h.id = tt.thread_id and h.removed_at is null
          group by t.id order by threads desc, t.id limit ${MOST_TOPICS}::int) c)`,
    })
    .from(sql`(select 1) one`)
    .prepare("thread_list_facts"),
);

/** What stands around the list: where something was written last, and the topics that it can be narrowed to, those with the most threads. */
export async function findListFacts(_actor: MemberActor) {
  const [row] = await factsQuery().execute();
  return row ?? { latest: null, topics: [] };
}

const latestQuery = preparedQuery((database) =>
  database.select({ id: threads.id, messages: threads.lastPosition }).from(threads).where(isNull(threads.removedAt)).orderBy(BY_ACTIVITY).limit(1).prepare("thread_latest"),
);

/** The thread where something was written last. Every member may read every thread. */
export async function findLatestActivity(_actor: MemberActor): Promise<{ id: number; messages: number } | null> {
  const [row] = await latestQuery().execute();
  return row ?? null;
}
