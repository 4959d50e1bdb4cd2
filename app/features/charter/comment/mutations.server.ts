import { sql } from "drizzle-orm";
import { charterComments } from "#db/schema/charter-voice";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { renderMarkdown } from "~/kit/markdown.server";
import type { Tx } from "~/kit/transaction.server";
import { isOpenText } from "../model";
import { lockUnderWay, moveVersion, noteRead } from "../mutations.server";
import { maySpeakFor, type Contributing } from "../policy";
import { anchorOf } from "../article/anchor";
import { lockArticle } from "../article/mutations.server";
import { readText } from "../article/rebase.server";

export type Comment = { body: string; quote: string; spokenFor: string };

const NOT_THERE = "Ces mots ne sont pas dans l’article. Copiez-les tels qu’ils y sont, ou laissez ce champ vide.";

/** @throws DomainError thing.absent, charter.frozen, article.gone; input.invalid when the words are not in the article */
export async function commentArticle(tx: Tx, { actor }: Contributing, articleId: number, { body, quote, spokenFor }: Comment): Promise<number> {
  const underWay = await lockUnderWay(tx);
  if (!isOpenText(underWay.state)) throw new DomainError("charter.frozen");
  const article = await lockArticle(tx, articleId);
  const anchor = quote === "" ? { quote: "", before: "", after: "" } : anchorOf(quote, readText(article.body));
  if (!anchor) throw new DomainError("input.invalid", { fields: { passage: NOT_THERE } });
  if (spokenFor !== "" && !maySpeakFor(actor)) throw new DomainError("right.missing");
  const { html, version: rendererVersion } = renderMarkdown(body);
  const [made] = await tx
    .insert(charterComments)
    .values({ articleId, authorId: actor.memberId, spokenFor, body, html, rendererVersion, ...anchor, createdAt: now() })
    .returning({ id: charterComments.id });
  // What was said on paper was said by somebody who is counted on their own.
  if (spokenFor === "") await noteRead(tx, actor.memberId, underWay.id);
  await moveVersion(tx, underWay);
  return made?.id ?? 0;
}

/**
 * Marks a comment as dealt with: by who wrote it, or by the drafting group. Twice is once.
 * @throws DomainError thing.absent, right.missing
 */
export async function settleComment(tx: Tx, { actor }: Contributing, id: number, drafter: boolean): Promise<number> {
  const underWay = await lockUnderWay(tx);
  const [comment] = await tx.execute<{ article_id: number; author_id: number }>(sql`select article_id::int, author_id::int from charter_comments where id = ${id} for update`);
  if (!comment) throw new DomainError("thing.absent");
  if (!drafter && comment.author_id !== actor.memberId) throw new DomainError("right.missing");
  await tx.execute(sql`update charter_comments set settled_at = ${now().toISOString()}::timestamptz, settled_by = ${actor.memberId} where id = ${id} and settled_at is null`);
  await moveVersion(tx, underWay);
  return comment.article_id;
}
