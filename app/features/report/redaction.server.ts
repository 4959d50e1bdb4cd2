import { sql } from "drizzle-orm";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { renderMarkdown, titleOf } from "~/kit/markdown.server";
import type { Tx } from "~/kit/transaction.server";
import { noteStep } from "~/features/incident/mutations.server";
import { deleteMessage } from "~/features/message/mutations.server";
import { mayDelete } from "~/features/message/policy";
import { MAX_TITLE } from "~/features/thread/model";
import { moveHead, moveMessage } from "~/features/thread/revision-mutations.server";
import { conceal, keptFor, maskEverywhere, placeOf, type Target } from "./conceal.server";
import { lockCase, settle } from "./mutations.server";
import { forgetPassage } from "./passages.server";
import type { Moderating } from "./policy";
import { forgetInTexts, keptTexts, wordAnew } from "./text/masking.server";
import { boundsOf } from "./text/writing.server";

/** What is taken out for good: nothing of the old words is left in any table once this is committed. */

/** Everything that repeats the secret goes: masks stay where they are, and what was under them is forgotten. */
async function forget(tx: Tx, target: Target, secret: string, by: number): Promise<void> {
  const { reportId } = target;
  const { threadId, messageId } = placeOf(target);
  // Whoever quoted it between the report and now.
  await maskEverywhere(tx, target, secret, now().toISOString(), by);
  const echoes = (await keptFor(tx, reportId)).filter(({ kind }) => kind === "quote").map((kept) => kept.messageId ?? 0);
  await forgetPassage(tx, [...echoes, ...(messageId === null ? [] : [messageId])], secret);
  await forgetInTexts(tx, await keptTexts(tx, reportId), secret);
  await tx.execute(sql`delete from concealments where report_id = ${reportId} and kind <> 'file'`);
  await tx.execute(
    target.kind === "text"
      ? sql`update reports set note = '' where text_id = ${target.textId}`
      : sql`update reports set note = '' where thread_id = ${threadId} and message_id is not distinct from ${messageId}::bigint`,
  );
}

/** The text that lies out of sight for a case; what is still in sight is taken out of it first. */
async function secretOf(tx: Tx, target: Target, by: number): Promise<string> {
  const kept = async () =>
    target.kind === "text"
      ? (await keptTexts(tx, target.reportId)).find(({ textId }) => textId === target.textId)
      : (await keptFor(tx, target.reportId)).find(({ kind }) => kind === target.kind);
  let found = await kept();
  if (!found) {
    await conceal(tx, target, now().toISOString(), by);
    found = await kept();
  }
  if (!found) throw new DomainError("state.moved");
  return found.body;
}

const endRedacted = async (tx: Tx, actor: MemberActor, target: Target, word: string): Promise<void> => {
  await noteStep(tx, target.reportId, actor.memberId, "redacted");
  await settle(tx, actor, target, { outcome: "redacted", act: "redacted", word });
};

/**
 * Puts another text in the place of a message; its files come back with it.
 * @throws DomainError thing.absent, state.moved
 */
export async function redactMessage(tx: Tx, { actor }: Moderating, reportId: number, { text, word }: { text: string; word: string }): Promise<void> {
  const target = await lockCase(tx, reportId);
  if (target.kind !== "message" || target.messageId === null) throw new DomainError("thing.absent");
  const { threadId, messageId } = target;
  await moveMessage(tx, threadId, messageId);
  const secret = await secretOf(tx, target, actor.memberId);
  const titled = (await keptFor(tx, reportId)).some(({ kind }) => kind === "title");
  const { html, version } = renderMarkdown(text);
  await tx.execute(sql`
    update messages set body = ${text}, html = ${html}, renderer_version = ${version}, version = version + 1, concealed_at = null, edited_at = ${now().toISOString()}::timestamptz where id = ${messageId}`);
  await forget(tx, target, secret, actor.memberId);
  await tx.execute(sql`
    update files set message_id = c.message_id, place = c.place, attached_at = c.attached_at, concealed_at = null
    from concealments c where c.report_id = ${reportId} and c.file_id = files.id`);
  await tx.execute(sql`delete from concealments where report_id = ${reportId}`);
  if (titled) await rename(tx, threadId, titleOf(text).slice(0, MAX_TITLE) || "Discussion sans titre");
  await endRedacted(tx, actor, target, word);
}

async function rename(tx: Tx, threadId: number, title: string): Promise<void> {
  await moveHead(tx, threadId);
  await tx.execute(sql`update threads set title = ${title} where id = ${threadId}`);
}

/** Puts another title in the place of one. @throws DomainError thing.absent, state.moved */
export async function redactTitle(tx: Tx, { actor }: Moderating, reportId: number, { text, word }: { text: string; word: string }): Promise<void> {
  const target = await lockCase(tx, reportId);
  if (target.kind !== "title") throw new DomainError("thing.absent");
  const secret = await secretOf(tx, target, actor.memberId);
  await rename(tx, target.threadId, text);
  await forget(tx, target, secret, actor.memberId);
  await endRedacted(tx, actor, target, word);
}

/** Puts other words in the place of a text that stands elsewhere. @throws DomainError thing.absent, state.moved; input.invalid when they do not fit there */
export async function redactText(tx: Tx, { actor }: Moderating, reportId: number, { text, word }: { text: string; word: string }): Promise<void> {
  const target = await lockCase(tx, reportId);
  if (target.kind !== "text") throw new DomainError("thing.absent");
  const { most, line } = boundsOf(target.text);
  const words = line ? text.replace(/\s+/g, " ") : text;
  if (words.length > most) throw new DomainError("input.invalid", { fields: { texte: `C’est trop long\u00a0: ${most}\u00a0caractères au plus.` } });
  const secret = await secretOf(tx, target, actor.memberId);
  const kept = (await keptTexts(tx, reportId)).find(({ textId }) => textId === target.textId);
  await forget(tx, target, secret, actor.memberId);
  if (kept) await wordAnew(tx, kept, words, actor.memberId);
  await endRedacted(tx, actor, target, word);
}

/** Deletes a message or a file altogether. @throws DomainError thing.absent, state.moved */
export async function removeThing(tx: Tx, { actor }: Moderating, reportId: number, word: string): Promise<void> {
  const target = await lockCase(tx, reportId);
  if (target.kind === "text" || target.kind === "title" || target.messageId === null) throw new DomainError("thing.absent");
  const { kind, threadId, messageId, fileId } = target;
  if (kind === "file") {
    await moveMessage(tx, threadId, messageId);
    await tx.execute(sql`update message_revisions r set file_names = array_remove(r.file_names, f.name) from files f where f.id = ${fileId} and r.message_id = ${messageId}`);
    await tx.execute(sql`delete from files where id = ${fileId}`);
  } else {
    await moveMessage(tx, threadId, messageId);
    const secret = await secretOf(tx, target, actor.memberId);
    await forget(tx, target, secret, actor.memberId);
    const titled = await tx.execute(sql`select 1 from threads where id = ${threadId} and title = 'Titre masqué'`);
    await tx.execute(sql`
      update files set message_id = c.message_id, place = c.place, attached_at = c.attached_at, concealed_at = null
      from concealments c where c.report_id = ${reportId} and c.file_id = files.id`);
    await tx.execute(sql`delete from concealments where report_id = ${reportId}`);
    await deleteMessage(tx, mayDelete(actor, { threadId, messageId }));
    if (titled.length > 0) await rename(tx, threadId, "Discussion sans titre");
  }
  await noteStep(tx, reportId, actor.memberId, "deleted");
  await settle(tx, actor, target, { outcome: "deleted", act: "deleted", word });
}
