import { sql } from "drizzle-orm";
import { hasRole, type ParticipantActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { renderMarkdown } from "~/kit/markdown.server";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import type { Attachment } from "~/features/file/model";
import { settleMentions } from "~/features/mention/mutations.server";
import type { Named } from "~/features/mention/queries.server";
import type { MessageOfThread } from "~/features/thread/model";
import { moveHead, moveMessage } from "~/features/thread/revision-mutations.server";
import { openTo, reachOf, writtenBy } from "~/features/thread/sql.server";
import { settleFiles } from "./files-mutations.server";

type Standing = { mine: boolean; closed: boolean; concealed: boolean; body: string; version: number };

/** How the message stands now, once the thread's row is locked; null when it is not there for this person. */
async function standingOf(tx: Tx, actor: ParticipantActor, { threadId, messageId }: MessageOfThread): Promise<Standing | null> {
  const reach = reachOf(actor);
  const [row] = await tx.execute(sql`
    select ${writtenBy(reach.me)} as mine, threads.closed_at is not null as closed, messages.concealed_at is not null as concealed, messages.body, messages.version
    from messages join threads on threads.id = messages.thread_id
    where messages.id = ${messageId} and messages.thread_id = ${threadId} and messages.deleted_at is null and ${openTo(reach)}`);
  return (row as Standing | undefined) ?? null;
}

/**
 * Gives one's message another wording and other files, and keeps the wording before with the names of the files
 * it had. Whoever it calls for the first time is told.
 * @throws DomainError thing.absent; right.missing for someone else's; thread.closed;
 * state.moved, with the wording that stands now, when it changed since `version`; input.invalid when a file is no longer there.
 */
export async function reword(
  tx: Tx,
  { actor, subject }: Proof<"message.reword", MessageOfThread, ParticipantActor>,
  { body, called, version, files, leftOut }: Named & { version: number; files: readonly Attachment[]; leftOut: readonly number[] },
): Promise<void> {
  await moveMessage(tx, subject.threadId, subject.messageId);
  const found = await standingOf(tx, actor, subject);
  if (!found) throw new DomainError("thing.absent");
  if (!found.mine) throw new DomainError("right.missing");
  if (found.closed) throw new DomainError("thread.closed");
  if (found.concealed) throw new DomainError("message.concealed");
  if (found.version !== version) throw new DomainError("state.moved", { state: { body: found.body, version: found.version } });
  const { html, version: renderer } = renderMarkdown(body);
  const { at } = reachOf(actor);
  await tx.execute(sql`
    insert into message_revisions (message_id, version, body, written_at, file_names)
    select id, version, body, coalesce(edited_at, created_at), array(select f.name from files f where f.message_id = messages.id order by f.place) from messages where id = ${subject.messageId}`);
  await tx.execute(sql`
    update messages set body = ${body}, html = ${html}, renderer_version = ${renderer}, version = version + 1, edited_at = ${at}::timestamptz where id = ${subject.messageId}`);
  await settleMentions(tx, subject.messageId, called);
  await settleFiles(tx, actor, subject.messageId, { files, leftOut });
  // Whoever was told of the first wording is not told again.
  if (called.length > 0) await tx.enqueue("notification.spread", { messageId: subject.messageId, cause: "edit" });
}

/**
 * Takes a message's text away, its earlier wordings and what others put on it; its
 * place says that there was one. A message that is gone already stays so.
 * @throws DomainError thing.absent, right.missing
 */
export async function deleteMessage(tx: Tx, { actor, subject }: Proof<"message.delete", MessageOfThread, ParticipantActor>): Promise<void> {
  const { threadId, messageId } = subject;
  await moveMessage(tx, threadId, messageId);
  const found = await standingOf(tx, actor, subject);
  if (!found) return refuseUnlessGone(tx, actor, subject);
  if (!found.mine && !hasRole(actor, "committee")) throw new DomainError("right.missing");
  const { me, at } = reachOf(actor);
  await tx.execute(sql`update messages set body = '', html = '', concealed_at = null, deleted_at = ${at}::timestamptz, deleted_by = ${me} where id = ${messageId}`);
  await tx.execute(sql`
    with wordings as (delete from message_revisions where message_id = ${messageId}), kept as (delete from bookmarks where message_id = ${messageId}),
      named as (delete from mentions where message_id = ${messageId})
    delete from reactions where message_id = ${messageId}`);
  const answered = await tx.execute(sql`update threads set answer_message_id = null, answered_at = null, answered_by = null where id = ${threadId} and answer_message_id = ${messageId} returning 1`);
  if (answered.length > 0) await moveHead(tx, threadId);
}

async function refuseUnlessGone(tx: Tx, actor: ParticipantActor, { threadId, messageId }: MessageOfThread): Promise<void> {
  const gone = await tx.execute(sql`
    select 1 from messages join threads on threads.id = messages.thread_id
    where messages.id = ${messageId} and messages.thread_id = ${threadId} and messages.deleted_at is not null and ${openTo(reachOf(actor))}`);
  if (gone.length === 0) throw new DomainError("thing.absent");
}

/**
 * Puts one's reading position before a message. The only way back: reading itself never goes backwards.
 * @throws DomainError thing.absent
 */
export async function markUnread(tx: Tx, { actor, subject: { threadId, messageId } }: Proof<"message.mark-unread", MessageOfThread, ParticipantActor>): Promise<void> {
  const reach = reachOf(actor);
  const noted = await tx.execute(sql`
    insert into thread_reads (member_id, thread_id, last_position, read_at)
    select ${reach.me}, threads.id, messages.position - 1, ${reach.at}::timestamptz
    from messages join threads on threads.id = messages.thread_id
    where messages.id = ${messageId} and messages.thread_id = ${threadId} and ${openTo(reach)}
    on conflict on constraint thread_reads_once do update set last_position = excluded.last_position returning 1`);
  if (noted.length === 0) throw new DomainError("thing.absent");
}
