import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { preparedQuery } from "#db/client.server";
import { members } from "#db/schema/member";
import { threadReads, threads } from "#db/schema/thread";
import type { MemberActor } from "~/kit/actor";
import { oncePerRequest } from "~/kit/request-context.server";
import { BY_ACTIVITY, UNREAD } from "./list-queries.server";
import { UNNAMED } from "./sql.server";

const lastAuthors = alias(members, "last_authors");
const me = sql.placeholder("me");

/** What the home page shows at most of what is new, and as much again for one's own questions. */
const MOST_NEWS = 14;
/** Older threads than these are news to nobody. */
const CANDIDATES = 300;

const newsQuery = preparedQuery((database) =>
  database
    .select({ id: threads.id, title: threads.title, authorId: threads.authorId, lastAuthor: sql<string>`coalesce(${lastAuthors.name}, ${UNNAMED})`, lastMessageAt: threads.lastMessageAt, unread: UNREAD })
    .from(threads)
    .leftJoin(lastAuthors, eq(lastAuthors.id, threads.lastAuthorId))
    .leftJoin(threadReads, and(eq(threadReads.threadId, threads.id), eq(threadReads.memberId, me)))
    .where(
      sql`threads.id in (select r.id from threads r where r.removed_at is null order by r.last_message_at desc nulls last, r.id desc nulls last limit ${CANDIDATES}::int)
        and threads.last_position > coalesce(thread_reads.last_position, 0)
        and exists (select 1 from messages m where m.thread_id = threads.id and m.position > coalesce(thread_reads.last_position, 0) and m.author_id is distinct from ${me}::bigint and m.deleted_at is null)`,
    )
    .orderBy(sql`(threads.author_id is not distinct from ${me}::bigint) desc, ${BY_ACTIVITY}`)
    .limit(MOST_NEWS)
    .prepare("thread_news"),
);

export type NewsOfThread = Awaited<ReturnType<ReturnType<typeof newsQuery>["execute"]>>[number];

/** Threads with messages that other people wrote and this person has not read: their own threads first, then by activity. */
export const listNews = (actor: MemberActor): Promise<NewsOfThread[]> =>
  oncePerRequest("thread.news", () => newsQuery().execute({ me: actor.memberId }));

const leftOffQuery = preparedQuery((database) =>
  database
    .select({ id: threads.id, title: threads.title, position: threadReads.lastPosition, last: threads.lastPosition, readAt: threadReads.readAt })
    .from(threadReads)
    .innerJoin(threads, eq(threads.id, threadReads.threadId))
    .where(and(eq(threadReads.memberId, me), isNull(threads.removedAt)))
    .orderBy(sql`${threadReads.readAt} desc nulls last`)
    .limit(1)
    .prepare("thread_left_off"),
);

/** The thread that this person read last, and how far. */
export async function findLeftOff(actor: MemberActor) {
  const [row] = await leftOffQuery().execute({ me: actor.memberId });
  return row ?? null;
}
