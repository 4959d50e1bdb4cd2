import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, preparedQuery } from "#db/client.server";
import { members } from "#db/schema/member";
import { drafts, messages, threadGuests, threadReads, threads } from "#db/schema/thread";
import type { ParticipantActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { DRAFT, type FoundDraft } from "~/features/draft/queries.server";
import { findWindow, keepWindow, keptWindows, type KeptRow } from "./kept-rows.server";
import { WINDOW, type Span } from "./model";
import { messageRow } from "./row-markup.server";
import { begunUnnamedBy, followOf, HEAD, messagesAsJson, openTo, reachOf, REACH, UNNAMED, type HeadFacts } from "./sql.server";

export { listAskedAbout } from "./anonymity/queries.server";

const starters = alias(members, "starters");
const quoted = alias(messages, "quoted");
const quotedAuthors = alias(members, "quoted_authors");
const from = sql.placeholder("from");
const around = sql.placeholder("around");

/** Messages already read that stand before the first unread one, so that it is understood. */
const CONTEXT = 2;

/**
 * Where the window begins: where it was asked, else a little before the message asked for, or the first
 * unread one, else with the last window. Positions have no gap, so this is
 * arithmetic, and a thread of 5,000 costs what one of 50 does.
 */
const START = sql<number>`greatest(1, case when ${from}::int > 0 then least(${from}::int, threads.last_position)
  when ${around}::bigint > 0 then coalesce((select w.position from messages w where w.id = ${around}::bigint and w.thread_id = threads.id), 1) - ${CONTEXT}::int
  else least(coalesce(thread_reads.last_position, 0) + 1 - ${CONTEXT}::int, threads.last_position - ${WINDOW - 1}::int) end)`;

/** The messages of the window, unless its rows are kept from an earlier reader. */
const WINDOW_MESSAGES = sql`case when (threads.revision || ':' || ${START}) = any(string_to_array(${sql.placeholder("kept")}::text, ',')) then null
  else ${messagesAsJson(sql`m.thread_id = threads.id and m.position >= ${START} and m.position < ${START} + ${WINDOW}::int`, "position", WINDOW)} end`;

const threadPage = preparedQuery((database) =>
  database
    .select({
      id: threads.id,
      title: threads.title,
      revision: threads.revision,
      last: threads.lastPosition,
      createdAt: threads.createdAt,
      starter: sql<string>`coalesce(${starters.name}, ${UNNAMED})`,
      mine: sql<boolean>`threads.author_id is not distinct from ${sql.placeholder("me")}::bigint`,
      unnamed: sql<boolean>`threads.author_id is null and ${begunUnnamedBy(sql.placeholder("me"))}`,
      head: HEAD,
      read: threadReads.lastPosition,
      follow: followOf(sql`threads.id`, sql`${sql.placeholder("me")}::bigint`),
      told: sql<boolean>`exists (select 1 from notifications n where n.member_id = ${sql.placeholder("me")}::bigint and n.thread_id = threads.id and n.read_at is null)`,
      start: START.mapWith(Number),
      draft: DRAFT,
      quoted: { id: quoted.id, body: quoted.body, author: sql<string>`coalesce(${quotedAuthors.name}, ${UNNAMED})` },
      messages: WINDOW_MESSAGES as ReturnType<typeof messagesAsJson>,
    })
    .from(threads)
    .leftJoin(starters, eq(starters.id, threads.authorId))
    .leftJoin(threadReads, and(eq(threadReads.threadId, threads.id), eq(threadReads.memberId, sql.placeholder("me"))))
    .leftJoin(drafts, and(eq(drafts.threadId, threads.id), eq(drafts.memberId, sql.placeholder("me"))))
    .leftJoin(quoted, and(eq(quoted.id, sql.placeholder("quoted")), eq(quoted.threadId, threads.id), isNull(quoted.deletedAt), isNull(quoted.concealedAt)))
    .leftJoin(quotedAuthors, eq(quotedAuthors.id, quoted.authorId))
    .where(and(eq(threads.id, sql.placeholder("id")), openTo(REACH)))
    .prepare("thread_page"),
);

export type ThreadPage = {
  id: number;
  title: string;
  revision: number;
  createdAt: Date;
  starter: string;
  /** This person began it. */
  mine: boolean;
  /** They did, without their name; what they answer in it has none either. */
  unnamed: boolean;
  head: HeadFacts;
  span: Span;
  /** How far this person had read; null when they never opened it. */
  read: number | null;
  follow: "following" | "muted";
  /** Something in it was announced to this person, and is not read. */
  told: boolean;
  rows: readonly KeptRow[];
  draft: FoundDraft | null;
  quoted: { id: number; body: string; author: string } | null;
};

/**
 * A thread as one page shows it, in one statement: the thread, how far the actor
 * read, their draft, what they quote, and one window of messages.
 * @param asked.from position of the first message wanted; 0 lands on what is new.
 * @param asked.around the message to be seen, wherever it stands.
 * @throws DomainError thing.absent when it does not exist or is not open to the actor.
 */
export async function findThreadPage(actor: ParticipantActor, id: number, zone: string, asked: { from?: number; around?: number; quoted?: number } = {}): Promise<ThreadPage> {
  const [row] = await threadPage().execute({ ...reachOf(actor), id, from: asked.from ?? 0, around: asked.around ?? 0, quoted: asked.quoted ?? 0, kept: keptWindows(id) });
  if (!row) throw new DomainError("thing.absent");
  const { title, revision, createdAt, starter, mine, unnamed, head, last, start, read, follow, told } = row;
  let rows = row.messages === null ? findWindow(id, revision, start) : undefined;
  if (!rows) {
    const found = row.messages ?? (await readWindow(id, start));
    rows = found.map((message) => ({ html: messageRow(id, message, zone), at: new Date(message.created_at) }));
    keepWindow(id, revision, start, rows);
  }
  return { id, title, revision, createdAt, starter, mine: mine || unnamed, unnamed, head, span: { start, last }, read, follow, told, rows, draft: row.draft, quoted: quotedOf(row.quoted) };
}

// Its fields come from two tables, so drizzle cannot tell that there is none.
const quotedOf = (found: { id: number | null; body: string | null; author: string | null } | null): ThreadPage["quoted"] =>
  found?.id && found.body !== null ? { id: found.id, body: found.body, author: found.author ?? "" } : null;

// Between the question and the answer a kept window can have been forgotten for lack of room.
async function readWindow(id: number, start: number) {
  const window = messagesAsJson(sql`m.thread_id = ${id} and m.position >= ${start} and m.position < ${start + WINDOW}`, "position", WINDOW);
  const [row] = await db.select({ messages: window }).from(sql`(select 1) one`);
  return row?.messages ?? [];
}

/** The message that someone wants to quote, where they may read it. */
export async function findQuotable(actor: ParticipantActor, threadId: number, messageId: number): Promise<{ body: string; author: string }> {
  const [row] = await db
    .select({ body: messages.body, author: sql<string>`coalesce(${members.name}, ${UNNAMED})` })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .leftJoin(members, eq(members.id, messages.authorId))
    .where(and(eq(messages.id, messageId), eq(messages.threadId, threadId), sql`${messages.deletedAt} is null and ${messages.concealedAt} is null`, openTo(reachOf(actor))));
  if (!row) throw new DomainError("thing.absent");
  return row;
}

/** The thread that a guest was asked into; the latest one, should there be several. */
export async function findGuestThread(actor: ParticipantActor): Promise<number | null> {
  const [row] = await db
    .select({ id: threadGuests.threadId })
    .from(threadGuests)
    .where(and(eq(threadGuests.memberId, actor.memberId), sql`${threadGuests.until} > ${now().toISOString()}`))
    .orderBy(sql`${threadGuests.invitedAt} desc`)
    .limit(1);
  return row?.id ?? null;
}
