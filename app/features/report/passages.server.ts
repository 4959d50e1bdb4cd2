import { sql } from "drizzle-orm";
import { renderMarkdown } from "~/kit/markdown.server";
import type { Tx } from "~/kit/transaction.server";
import { moveMessage } from "~/features/thread/revision-mutations.server";
import { maskPassages, tellingWords } from "./model";

/** Where the same passage stands elsewhere, in messages that quote it or copy it. */

type Echo = { id: number; threadId: number; body: string; quotes: boolean };

/** More copies than this of one passage are no accident any more. */
const MOST = 200;

/** In the same discussion every message is read; elsewhere, what search finds by the longest line. */
async function findEchoes(tx: Tx, threadId: number | null, messageId: number | null, secret: string): Promise<Echo[]> {
  const words = tellingWords(secret);
  return (await tx.execute(sql`
    select m.id::int as id, m.thread_id::int as "threadId", m.body, m.quoted_message_id is not distinct from ${messageId}::bigint and ${messageId}::bigint is not null as quotes
    from messages m
    where m.deleted_at is null and m.concealed_at is null and m.id is distinct from ${messageId}::bigint
      and (m.thread_id = ${threadId}::bigint or (length(${words}::text) >= 20 and m.search @@ plainto_tsquery('public.le_fil'::regconfig, search_spaced(${words}::text))))
    order by m.thread_id, m.id limit ${20_000}`)) as unknown as Echo[];
}

/**
 * Masks the passage wherever it is repeated and keeps each text as it was for the case, so that it can be put back.
 * @returns in how many messages.
 */
export async function maskEchoes(tx: Tx, { reportId, threadId, messageId }: { reportId: number; threadId: number | null; messageId: number | null }, secret: string, at: string): Promise<number> {
  const masked = (await findEchoes(tx, threadId, messageId, secret))
    .flatMap((echo) => {
      const instead = maskPassages(echo.body, secret, echo.quotes);
      return instead === null ? [] : [{ ...echo, instead }];
    })
    .slice(0, MOST);
  for (const { id, threadId: thread, body, instead } of masked) {
    await moveMessage(tx, thread, id);
    const { html, version } = renderMarkdown(instead);
    await tx.execute(sql`
      insert into concealments (report_id, kind, thread_id, message_id, body, instead, at)
      values (${reportId}, 'quote', ${thread}, ${id}, ${body}, ${instead}, ${at}::timestamptz)`);
    await tx.execute(sql`update messages set body = ${instead}, html = ${html}, renderer_version = ${version} where id = ${id}`);
  }
  return masked.length;
}

/**
 * Takes a passage out of all that is not a message: earlier wordings, drafts and kept texts of anybody, what search
 * knows. There is no way back.
 */
export async function forgetPassage(tx: Tx, messageIds: readonly number[], secret: string): Promise<void> {
  const list = messageIds.join();
  await tx.execute(sql`delete from message_revisions where message_id = any(string_to_array(${list}, ',')::bigint[])`);
  const drafts = (await tx.execute(sql`select id, title, body, besides from drafts`)) as unknown as { id: number; title: string; body: string; besides: Record<string, string> }[];
  for (const { id, title, body, besides } of drafts) {
    const [newTitle, newBody] = [maskPassages(title, secret), maskPassages(body, secret)];
    const said = Object.values(besides).some((text) => maskPassages(text, secret) !== null);
    if (newTitle === null && newBody === null && !said) continue;
    await tx.execute(sql`update drafts set title = ${newTitle === null ? title : ""}, body = ${newBody ?? body}, besides = case when ${said}::boolean then '{}' else besides end, revision = revision + 1 where id = ${id}`);
  }
  const kept = (await tx.execute(sql`select request_hash, fields from pending_writes`)) as unknown as { request_hash: string; fields: [string, string][] }[];
  for (const { request_hash: hash, fields } of kept) {
    if (fields.some(([, value]) => maskPassages(value, secret) !== null)) await tx.execute(sql`delete from pending_writes where request_hash = ${hash}`);
  }
  // Made anew each hour from what is published.
  await tx.execute(sql`delete from search_words where word in (select distinct w from regexp_split_to_table(lower(${secret}), '[^[:alpha:]]+') w union select distinct w from regexp_split_to_table(folded(${secret}), ' ') w)`);
}
