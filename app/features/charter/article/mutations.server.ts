import { sql } from "drizzle-orm";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { renderMarkdown } from "~/kit/markdown.server";
import type { Tx } from "~/kit/transaction.server";
import { redline } from "~/features/message/redline.server";
import { MAX_ARTICLE, normalised, type Matter } from "../model";
import { layArticles, lockText, moveVersion } from "../mutations.server";
import type { Drafting } from "../policy";
import { mergeTexts } from "./merge";
import { grouped } from "./phrase";
import { carrySaid } from "./rebase.server";

export type StandingArticle = { id: number; position: number | null; title: string; body: string; matter: Matter; version: number };

/** @throws DomainError thing.absent when there never was one; article.gone when it left the charter */
export async function lockArticle(tx: Tx, id: number): Promise<StandingArticle & { position: number }> {
  const [row] = await tx.execute<StandingArticle>(sql`select id::int, position, title, body, matter, version from charter_articles where id = ${id} for update`);
  if (!row) throw new DomainError("thing.absent");
  if (row.position === null) throw new DomainError("article.gone");
  return { ...row, position: row.position };
}

/** Gives an article another wording, keeps the one before, and carries over what was said of it. */
export async function setWording(tx: Tx, actor: MemberActor, article: StandingArticle, { title, body, matter }: { title: string; body: string; matter?: Matter }): Promise<number> {
  const text = normalised(body);
  const { html, version: renderer } = renderMarkdown(text);
  const version = article.version + 1;
  await tx.execute(sql`
    update charter_articles set title = ${title}, body = ${text}, html = ${html}, renderer_version = ${renderer}, matter = ${matter ?? article.matter}, version = ${version} where id = ${article.id}`);
  await tx.execute(sql`
    insert into article_revisions (article_id, version, title, body, written_by, written_at)
    values (${article.id}, ${version}, ${title}, ${text}, ${actor.memberId}, ${now().toISOString()}::timestamptz)`);
  return version;
}

/** What the page of a conflict shows: the text now, what sets it apart from one's own, and both brought together. */
async function movedSince(tx: Tx, article: StandingArticle, version: number, mine: string): Promise<DomainError> {
  const [base] = await tx.execute<{ body: string }>(sql`select body from article_revisions where article_id = ${article.id} and version = ${version}`);
  const merged = mergeTexts(base?.body ?? article.body, article.body, normalised(mine));
  return new DomainError("article.moved", {
    state: { version: article.version, title: article.title, body: article.body, merged: merged.text, clean: merged.clean ? "oui" : "non", pieces: JSON.stringify(grouped(redline(article.body, normalised(mine)))) },
  });
}

export type Wording = { title: string; body: string; matter: Matter; version: number };

/** @throws DomainError article.moved, article.gone, charter.frozen, right.missing, thing.absent */
export async function rewriteArticle(tx: Tx, { actor }: Drafting, id: number, wording: Wording): Promise<void> {
  const underWay = await lockText(tx, actor);
  const article = await lockArticle(tx, id);
  if (article.version !== wording.version) throw await movedSince(tx, article, wording.version, wording.body);
  const body = normalised(wording.body);
  if (body === article.body && wording.title === article.title && wording.matter === article.matter) return;
  await setWording(tx, actor, article, wording);
  await carrySaid(tx, actor.memberId, id, [{ articleId: id, body }]);
  await moveVersion(tx, underWay);
}

/** Adds an article at the end. Returns its number. */
export async function addArticle(tx: Tx, { actor }: Drafting, article: Omit<Wording, "version">): Promise<number> {
  const underWay = await lockText(tx, actor);
  const [last] = await tx.execute<{ next: number }>(sql`select coalesce(max(position), 0)::int + 1 as next from charter_articles`);
  const [id] = await layArticles(tx, actor, last?.next ?? 1, [article]);
  await moveVersion(tx, underWay);
  return id ?? 0;
}

/** Puts an article one place up or down; at either end it stays. */
export async function moveArticle(tx: Tx, { actor }: Drafting, id: number, way: "up" | "down"): Promise<void> {
  const underWay = await lockText(tx, actor);
  const { position } = await lockArticle(tx, id);
  const other = way === "up" ? position - 1 : position + 1;
  const swapped = await tx.execute(sql`
    update charter_articles set position = ${position + other} - position
    where position in (${position}, ${other}) and exists (select 1 from charter_articles where position = ${other}) returning 1`);
  if (swapped.length > 0) await moveVersion(tx, underWay);
}

export type Halves = { version: number; body: string; secondTitle: string; secondBody: string };

/** Makes two articles of one, the second behind the first. What was said goes where its words are. */
export async function splitArticle(tx: Tx, { actor }: Drafting, id: number, halves: Halves): Promise<void> {
  const underWay = await lockText(tx, actor);
  const article = await lockArticle(tx, id);
  if (article.version !== halves.version) throw await movedSince(tx, article, halves.version, `${halves.body}\n\n${halves.secondBody}`);
  await setWording(tx, actor, article, { title: article.title, body: halves.body });
  const [second] = await layArticles(tx, actor, article.position + 1, [{ title: halves.secondTitle, body: halves.secondBody, matter: article.matter }], id);
  await carrySaid(tx, actor.memberId, id, [{ articleId: id, body: normalised(halves.body) }, { articleId: second ?? 0, body: normalised(halves.secondBody) }]);
  await moveVersion(tx, underWay);
}

/**
 * Joins an article to the one before it, with everything that was said of either.
 * @throws DomainError input.invalid when both together are too long, or there is none before it
 */
export async function joinArticle(tx: Tx, { actor }: Drafting, id: number): Promise<number> {
  const underWay = await lockText(tx, actor);
  const second = await lockArticle(tx, id);
  const [before] = await tx.execute<StandingArticle>(sql`select id::int, position, title, body, matter, version from charter_articles where position = ${second.position - 1} for update`);
  const body = before ? `${before.body}\n\n${second.body}` : "";
  if (!before) throw new DomainError("input.invalid", { fields: { article: "Il n’y a pas d’article avant celui-ci." } });
  if (body.length > MAX_ARTICLE) throw new DomainError("input.invalid", { fields: { article: `Ensemble, ces deux articles auraient ${body.length.toLocaleString("fr-CA")} caractères. Un article en a ${MAX_ARTICLE.toLocaleString("fr-CA")} au plus.` } });
  const matter = before.matter === "general" ? second.matter : before.matter;
  await setWording(tx, actor, before, { title: before.title, body, matter });
  await carrySaid(tx, actor.memberId, before.id, [{ articleId: before.id, body, around: (text) => `${text}\n\n${second.body}` }]);
  await carrySaid(tx, actor.memberId, id, [{ articleId: before.id, body, around: (text) => `${before.body}\n\n${text}` }]);
  await takeOut(tx, actor, second, before.id);
  await moveVersion(tx, underWay);
  return before.id;
}

/** Takes an article out of the charter. Its page stays, with all that was said. */
export async function retireArticle(tx: Tx, { actor }: Drafting, id: number): Promise<void> {
  const underWay = await lockText(tx, actor);
  const article = await lockArticle(tx, id);
  await carrySaid(tx, actor.memberId, id, [{ articleId: id, body: article.body }], { gone: true });
  await takeOut(tx, actor, article, null);
  await moveVersion(tx, underWay);
}

async function takeOut(tx: Tx, actor: MemberActor, { id, position }: { id: number; position: number }, mergedInto: number | null): Promise<void> {
  await tx.execute(sql`
    update charter_articles set position = null, retired_at = ${now().toISOString()}::timestamptz, retired_by = ${actor.memberId}, merged_into = ${mergedInto}::bigint where id = ${id}`);
  await tx.execute(sql`update charter_articles set position = position - 1 where position > ${position}`);
  await tx.audit({ actor, act: mergedInto === null ? "article.retired" : "article.joined", subjectId: id });
}
