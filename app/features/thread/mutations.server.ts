import { sql } from "drizzle-orm";
import type { MemberActor, ParticipantActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { jobEntries } from "~/kit/jobs.server";
import { renderMarkdown, titleOf } from "~/kit/markdown.server";
import type { Proof } from "~/kit/proof";
import type { Once, Tx } from "~/kit/transaction.server";
import { FIELDS, type Attachment } from "~/features/file/model";
import { GONE_SENTENCE } from "~/features/file/refusal.server";
import { attaching } from "./attach-sql.server";
import { mentionEntries } from "~/features/mention/mutations.server";
import type { Named } from "~/features/mention/queries.server";
import { layThreadTopics } from "~/features/topic/mutations.server";
import { MAX_TITLE, MESSAGE_ANCHOR, threadPath } from "./model";
import { polling, type NewPoll } from "./poll-sql.server";
import { begunUnnamedBy, openTo, reachOf } from "./sql.server";

/** The job that tells of the message in « posted ». */
const TOLD = sql`json_build_object('messageId', id, 'cause', 'message')`;

/** Whoever writes in a thread follows it, unless they chose otherwise. */
const followedBy = (me: number) => sql`followed as (
      insert into thread_follows (thread_id, member_id, level) select thread_id, ${me}, 'following' from posted on conflict do nothing
    )`;

/** A text, whom it calls once its mentions are settled, and what goes with it. */
type Writing = Pick<Named, "body"> & Partial<Named> & { files?: readonly Attachment[]; poll?: NewPoll | null };

/**
 * Adds a message, in one statement, and returns where it can be seen. `moved` takes the thread's row lock and its
 * next revision at once, so numbers are given in the order of commits and a
 * reader who follows revisions cannot miss one. One's own message is read, the
 * draft has done its work, and whoever else is concerned is told by a job. Who began the thread
 * without their name answers in it without it too.
 * @throws DomainError thing.absent when the thread is not open to the actor, thread.closed when nobody may write in it,
 * input.invalid when a file is no longer there.
 */
export async function postReply(
  once: Once,
  { actor, subject: threadId }: Proof<"thread.reply", number, ParticipantActor>,
  { body, called = [], quotedId, files = [], poll = null }: Writing & { quotedId: number | null },
): Promise<string> {
  const { html, version } = renderMarkdown(body);
  const reach = reachOf(actor);
  const { me, at } = reach;
  const { chosen, allThere, attached } = attaching(reach, files);
  const place = `${threadPath(threadId)}#${MESSAGE_ANCHOR}`;
  const [posted] = await once.run(sql`
    with ${chosen} moved as (
      update threads set revision = revision + 1, last_position = last_position + 1, last_message_at = greatest(last_message_at, ${at}::timestamptz), last_author_id = case when ${begunUnnamedBy(me)} then null else ${me}::bigint end
      where id = ${threadId} and closed_at is null and removed_at is null and ${openTo(reach)} and ${allThere}
      returning id, revision, last_position, last_author_id
    ), posted as (
      insert into messages (thread_id, position, revision, author_id, body, html, renderer_version, quoted_message_id, created_at)
      select id, last_position, revision, last_author_id, ${body}, ${html}, ${version},
        (select q.id from messages q where q.id = ${quotedId}::bigint and q.thread_id = moved.id and q.deleted_at is null), ${at}::timestamptz from moved
      returning id, thread_id, position, author_id, ${place} || id as location
    ), unnamed as (
      insert into hidden_authors (message_id, member_id) select id, ${me}::bigint from posted where author_id is null
    ), noted as (
      insert into thread_reads (member_id, thread_id, last_position, read_at) select ${me}, thread_id, position, ${at}::timestamptz from posted
      on conflict on constraint thread_reads_once do update
      set last_position = greatest(thread_reads.last_position, excluded.last_position), read_at = excluded.read_at
    ), done as (
      delete from drafts where member_id = ${me} and thread_id in (select thread_id from posted)
    ), ${followedBy(me)}, cleared as (
      update notifications set read_at = ${at}::timestamptz where member_id = ${me} and thread_id = ${threadId} and read_at is null
    ), told as (
      ${once.enqueue("notification.spread", TOLD, sql`posted`)}
    ), named as (
      ${mentionEntries(called, sql`posted`)}
    ), kept as (
      ${once.key(sql`location`, sql`posted`)}
    )${attached}${polling(poll)}
    select location from posted`);
  if (!posted) throw await whyClosed(once, threadId, reach);
  once.announce({ type: "thread.moved", id: threadId });
  return String(posted.location);
}

/** Someone closed it while the reply was being written, or it never was there for this person, or a file went elsewhere meanwhile. */
async function whyClosed(once: Once, threadId: number, reach: ReturnType<typeof reachOf>): Promise<DomainError> {
  const [thread] = await once.run(sql`select closed_at from threads where id = ${threadId} and removed_at is null and ${openTo(reach)}`);
  if (!thread) return new DomainError("thing.absent");
  return thread.closed_at ? new DomainError("thread.closed") : filesGone();
}

const filesGone = (): DomainError => new DomainError("input.invalid", { fields: { [FIELDS.sent]: GONE_SENTENCE } });

/** Opens a discussion with its first message; it can be a question, and about topics. Without a title, the first line serves. */
export async function startThread(
  tx: Tx,
  { actor }: Proof<"thread.start", null, MemberActor>,
  { title, body, called = [], files = [], poll = null, draft = true, asked = false, topics = [], unnamed = false }: Writing & { title: string; draft?: boolean; asked?: boolean; topics?: readonly string[]; unnamed?: boolean },
): Promise<{ threadId: number }> {
  const { html, version } = renderMarkdown(body);
  const reach = reachOf(actor);
  const { me, at } = reach;
  const { chosen, allThere, attached } = attaching(reach, files);
  const author = unnamed ? null : me;
  const named = (title || titleOf(body)).slice(0, MAX_TITLE) || "Discussion sans titre";
  const [posted] = await tx.execute(sql`
    with ${chosen} opened as (
      insert into threads (title, author_id, created_at, revision, last_position, last_message_at, last_author_id, asked_at)
      select ${named}, ${author}::bigint, ${at}::timestamptz, 1, 1, ${at}::timestamptz, ${author}::bigint, case when ${asked}::boolean then ${at}::timestamptz end where ${allThere} returning id
    ), posted as (
      insert into messages (thread_id, position, revision, author_id, body, html, renderer_version, created_at)
      select id, 1, 1, ${author}::bigint, ${body}, ${html}, ${version}, ${at}::timestamptz from opened returning id, thread_id, position, author_id
    ), unnamed as (
      insert into hidden_authors (message_id, member_id) select id, ${me}::bigint from posted where author_id is null
    ), named as (
      ${mentionEntries(called, sql`posted`)}
    ), noted as (
      insert into thread_reads (member_id, thread_id, last_position, read_at) select ${me}, thread_id, 1, ${at}::timestamptz from posted
    ), done as (
      delete from drafts where member_id = ${me} and thread_id is null and ${draft}::boolean
    ), ${followedBy(me)}, told as (
      ${jobEntries("notification.spread", TOLD, sql`posted`)}
    )${attached}${polling(poll)}
    select thread_id from posted`);
  if (!posted) throw filesGone();
  const threadId = Number(posted?.thread_id);
  if (topics.length > 0) await layThreadTopics(tx, { by: author, threadId, names: topics });
  tx.announce({ type: "thread.moved", id: threadId });
  return { threadId };
}

/**
 * Notes how far someone has read; it never goes back, and never past the last
 * message, so saying it twice or late does no harm. What they were told of up to
 * there is read as well.
 * @throws DomainError thing.absent
 */
export async function noteReading(
  tx: Tx,
  { actor, subject: threadId }: Proof<"thread.note-reading", number, ParticipantActor>,
  position: number,
): Promise<void> {
  const reach = reachOf(actor);
  const [noted] = await tx.execute(sql`
    with noted as (
      insert into thread_reads (member_id, thread_id, last_position, read_at)
      select ${reach.me}, threads.id, least(${position}::bigint, threads.last_position), ${reach.at}::timestamptz
      from threads where threads.id = ${threadId} and ${openTo(reach)}
      on conflict on constraint thread_reads_once do update
      set last_position = greatest(thread_reads.last_position, excluded.last_position), read_at = excluded.read_at
      returning 1
    ), cleared as (
      update notifications n set read_at = ${reach.at}::timestamptz from messages m
      where n.member_id = ${reach.me} and n.thread_id = ${threadId} and n.read_at is null and m.id = n.message_id and m.position <= ${position}::bigint
      returning 1
    )
    select exists (select 1 from cleared) as cleared from noted`);
  if (!noted) throw new DomainError("thing.absent");
  if (noted.cleared) tx.announce({ type: "told.changed", id: actor.memberId });
}
