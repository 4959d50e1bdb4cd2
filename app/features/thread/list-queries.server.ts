import { and, eq, isNull, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { preparedQuery } from "#db/client.server";
import { members } from "#db/schema/member";
import { threadReads, threads } from "#db/schema/thread";
import type { MemberActor } from "~/kit/actor";
import { UNNAMED } from "./sql.server";
import { formatCursor, PER_PAGE, UNREAD_CAP, type ListCursor } from "./model";

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

const listQuery = preparedQuery((database) =>
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
      answered: sql<boolean>`exists (select 1 from messages m where m.id = threads.answer_message_id and m.deleted_at is null)`,
      closed: sql<boolean>`threads.closed_at is not null`,
      pinned: sql<boolean>`threads.pinned_at is not null`,
      announced: sql<boolean>`threads.announced_at is not null`,
    })
    .from(threads)
    .leftJoin(starters, eq(starters.id, threads.authorId))
    .leftJoin(lastAuthors, eq(lastAuthors.id, threads.lastAuthorId))
    .leftJoin(threadReads, and(eq(threadReads.threadId, threads.id), eq(threadReads.memberId, me)))
    .where(sql`threads.removed_at is null and (threads.last_message_at, threads.id) < ('epoch'::timestamptz + ${sql.placeholder("micros")}::float8 * interval '1 microsecond', ${sql.placeholder("before")}::bigint)`)
    .orderBy(BY_ACTIVITY)
    .limit(PER_PAGE + 1)
    .prepare("thread_list"),
);

export type ListedThread = Omit<Awaited<ReturnType<ReturnType<typeof listQuery>["execute"]>>[number], "micros">;

/** Before this nothing is left out: the year 2200, in microseconds. */
const EVERYTHING: ListCursor = { micros: "7258118400000000", id: "1" };

/** The threads of the community, the latest activity first, and where the list goes on. */
export async function listThreads(actor: MemberActor, cursor: ListCursor | null): Promise<{ threads: ListedThread[]; next: string | null }> {
  const { micros: before, id } = cursor ?? EVERYTHING;
  const rows = await listQuery().execute({ me: actor.memberId, micros: before, before: id });
  const shown = rows.slice(0, PER_PAGE);
  const last = shown.at(-1);
  const next = rows.length > PER_PAGE && last ? formatCursor({ micros: last.micros, id: String(last.id) }) : null;
  return { threads: shown, next };
}

const latestQuery = preparedQuery((database) =>
  database.select({ id: threads.id, messages: threads.lastPosition }).from(threads).where(isNull(threads.removedAt)).orderBy(BY_ACTIVITY).limit(1).prepare("thread_latest"),
);

/** The thread where something was written last. Every member may read every thread. */
export async function findLatestActivity(_actor: MemberActor): Promise<{ id: number; messages: number } | null> {
  const [row] = await latestQuery().execute();
  return row ?? null;
}
