import { sql } from "drizzle-orm";
import { renderMarkdown } from "~/kit/markdown.server";
import type { Tx } from "~/kit/transaction.server";
import { moveHead, moveMessage } from "~/features/thread/revision-mutations.server";
import { MASKED_TITLE, maskPassages, type ThreadKind } from "./model";
import { maskEchoes } from "./passages.server";
import { concealText, maskTexts, putTextsBack } from "./text/masking.server";
import type { TextRef } from "./text/model";
import type { Thing } from "./text/reading.server";

/** A message, its file or the title of its discussion. The lock of its thread comes first in every transaction, and one case is handled at a time. */
export type ThreadTarget = { kind: ThreadKind; threadId: number; messageId: number | null; fileId: number | null };
/** A text that stands elsewhere. */
export type TextTarget = { kind: "text"; textId: number; text: TextRef };
/** What a report is about. */
export type Subject = ThreadTarget | TextTarget;
export type Target = Subject & { reportId: number };
type InThread = ThreadTarget & { reportId: number };

/** One at a time: two cases that mask passages in the same discussions would wait for each other. */
export const oneCaseAtATime = (tx: Tx): Promise<unknown> => tx.execute(sql`select pg_advisory_xact_lock(hashtext('report'))`);

/**
 * Takes something out of sight: its text lies in « concealments » from now on, and nowhere else.
 * @param by whose act it is
 * @returns false when there is nothing to take: deleted, out of sight already, or signed by people and fixed.
 */
export async function conceal(tx: Tx, target: Target, at: string, by: number): Promise<boolean> {
  const secret = await takeOut(tx, target, at, by);
  if (secret === null) return false;
  if (secret !== "") await maskEverywhere(tx, target, secret, at, by);
  tx.announce({ type: "passage.masked", id: target.reportId });
  return true;
}

/** @returns what it said, which is nothing for files; null when there was nothing to take. */
async function takeOut(tx: Tx, target: Target, at: string, by: number): Promise<string | null> {
  if (target.kind === "text") return concealText(tx, { reportId: target.reportId, at, by }, target.text);
  if (target.kind === "title") return concealTitle(tx, target, at);
  await moveMessage(tx, target.threadId, target.messageId ?? 0);
  if (target.kind === "message") return concealMessage(tx, target, at);
  return (await concealFiles(tx, target, at)) > 0 ? "" : null;
}

/** Masks what repeats the secret, in messages and in any other text. */
export async function maskEverywhere(tx: Tx, target: Target, secret: string, at: string, by: number): Promise<void> {
  await maskEchoes(tx, placeOf(target), secret, at);
  await maskTexts(tx, { reportId: target.reportId, at, by }, secret, nearTo(target));
}

const nearTo = (target: Target): Thing[] =>
  target.kind === "text" ? [target.text] : [{ kind: "summary", id: target.threadId }, ...(target.messageId === null ? [] : [{ kind: "choices" as const, id: target.messageId }])];

/** Where a case is looked for first among messages. */
export const placeOf = (target: Target): { reportId: number; threadId: number | null; messageId: number | null } =>
  target.kind === "text" ? { reportId: target.reportId, threadId: null, messageId: null } : target;

async function concealMessage(tx: Tx, target: InThread, at: string): Promise<string | null> {
  const { reportId, threadId, messageId } = target;
  const [found] = (await tx.execute(sql`
    select m.body, t.title from messages m join threads t on t.id = m.thread_id
    where m.id = ${messageId} and m.thread_id = ${threadId} and m.deleted_at is null and m.concealed_at is null`)) as unknown as { body: string; title: string }[];
  if (!found) return null;
  await tx.execute(sql`
    insert into concealments (report_id, kind, thread_id, message_id, body, at) values (${reportId}, 'message', ${threadId}, ${messageId}, ${found.body}, ${at}::timestamptz)`);
  await tx.execute(sql`update messages set body = '', html = '', concealed_at = ${at}::timestamptz where id = ${messageId}`);
  await concealFiles(tx, { ...target, fileId: null }, at);
  // Without a title of its own, a discussion is named by its first line.
  if (maskPassages(`> ${found.title}`, found.body) !== null) await concealTitle(tx, target, at);
  return found.body;
}

async function concealTitle(tx: Tx, { reportId, threadId }: InThread, at: string): Promise<string | null> {
  await moveHead(tx, threadId);
  const made = await tx.execute(sql`
    with kept as (
      insert into concealments (report_id, kind, thread_id, body, instead, at)
      select ${reportId}, 'title', id, title, ${MASKED_TITLE}, ${at}::timestamptz from threads where id = ${threadId} and title <> ${MASKED_TITLE}
      on conflict do nothing returning thread_id
    )
    update threads set title = ${MASKED_TITLE} from kept where threads.id = kept.thread_id returning threads.id`);
  if (made.length === 0) return null;
  const [kept] = await tx.execute(sql`select body from concealments where thread_id = ${threadId} and kind = 'title'`);
  return String(kept?.body ?? "");
}

/** All files of a message, or the one that is meant. */
async function concealFiles(tx: Tx, { reportId, threadId, messageId, fileId }: InThread, at: string): Promise<number> {
  const made = await tx.execute(sql`
    with kept as (
      insert into concealments (report_id, kind, thread_id, message_id, file_id, place, attached_at, at)
      select ${reportId}, 'file', ${threadId}, message_id, id, place, attached_at, ${at}::timestamptz from files
      where message_id = ${messageId} and (${fileId}::bigint is null or id = ${fileId}::bigint) returning file_id
    )
    update files set message_id = null, place = null, attached_at = null, concealed_at = ${at}::timestamptz from kept where files.id = kept.file_id returning files.id`);
  return made.length;
}

type Kept = { id: number; kind: "message" | "title" | "quote" | "file"; threadId: number; messageId: number | null; fileId: number | null; body: string; instead: string };

/** What lies out of sight of discussions for a case, in the order of its threads. */
export const keptFor = async (tx: Tx, reportId: number): Promise<Kept[]> =>
  (await tx.execute(sql`
    select id::int as id, kind, thread_id::int as "threadId", message_id::int as "messageId", file_id::int as "fileId", body, instead
    from concealments where report_id = ${reportId} and kind <> 'text' order by thread_id, id`)) as unknown as Kept[];

/** Puts everything back where it stood, save what its author has worded anew meanwhile. */
export async function putBack(tx: Tx, reportId: number, by: number): Promise<void> {
  for (const { id, kind, threadId, messageId, fileId, body, instead } of await keptFor(tx, reportId)) {
    if (kind === "title") {
      await moveHead(tx, threadId);
      await tx.execute(sql`update threads set title = ${body} where id = ${threadId} and title = ${instead}`);
    } else {
      await moveMessage(tx, threadId, messageId ?? 0);
      if (kind === "file") await attachAgain(tx, id, fileId);
      else await writeBack(tx, { kind, messageId, body, instead });
    }
  }
  await putTextsBack(tx, reportId, by);
  await tx.execute(sql`delete from concealments where report_id = ${reportId}`);
}

async function writeBack(tx: Tx, { kind, messageId, body, instead }: Pick<Kept, "kind" | "messageId" | "body" | "instead">): Promise<void> {
  const { html, version } = renderMarkdown(body);
  await tx.execute(sql`
    update messages set body = ${body}, html = ${html}, renderer_version = ${version}, concealed_at = null
    where id = ${messageId} and deleted_at is null and (${kind} = 'message' or body = ${instead})`);
}

const attachAgain = (tx: Tx, id: number, fileId: number | null): Promise<unknown> =>
  tx.execute(sql`
    update files set message_id = c.message_id, place = c.place, attached_at = c.attached_at, concealed_at = null
    from concealments c where c.id = ${id} and files.id = ${fileId}`);
