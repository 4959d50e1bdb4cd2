import { eq, sql } from "drizzle-orm";
import { articleRevisions, charterArticles, charterVersions } from "#db/schema/charter";
import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { renderMarkdown } from "~/kit/markdown.server";
import { sha256 } from "~/kit/secrets.server";
import type { Tx } from "~/kit/transaction.server";
import { isOpenText, normalised, type Matter, type VersionState } from "./model";
import type { Leading } from "./policy";

export type UnderWay = { id: number; number: number; state: VersionState; revision: number };

/**
 * Locks the version under way: every write about the charter goes through here first, so that
 * they come one after the other and their order is the order of revisions.
 * @throws DomainError thing.absent
 */
export async function lockUnderWay(tx: Tx): Promise<UnderWay> {
  const [row] = await tx.execute<UnderWay>(sql`
    select id::int, number, state, revision from charter_versions where state in ('drafting', 'reviewing', 'consenting', 'adopted') for update`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}

/** Counts a visible change, and rings for it. */
export async function moveVersion(tx: Tx, { id, number }: Pick<UnderWay, "id" | "number">): Promise<void> {
  await tx.execute(sql`update charter_versions set revision = revision + 1 where id = ${id}`);
  tx.announce({ type: "charter.moved", id: number });
}

/** Notes that somebody was here: having read, commented, proposed or taken a stand all count alike. */
export async function noteRead(tx: Tx, memberId: number, versionId: number): Promise<void> {
  await tx.execute(sql`insert into charter_reads (version_id, member_id, at) values (${versionId}, ${memberId}, ${now().toISOString()}::timestamptz) on conflict do nothing`);
}

/**
 * Locks the text for who writes it.
 * @throws DomainError thing.absent, charter.frozen, right.missing
 */
export async function lockText(tx: Tx, actor: MemberActor): Promise<UnderWay> {
  const version = await lockUnderWay(tx);
  if (!isOpenText(version.state)) throw new DomainError("charter.frozen");
  if (hasRole(actor, "committee")) return version;
  const [named] = await tx.execute(sql`select 1 from charter_drafters where member_id = ${actor.memberId}`);
  if (!named) throw new DomainError("right.missing");
  return version;
}

export type NewArticle = { title: string; body: string; matter?: Matter };

/** Lays articles from a place on; what stood there before moves down. Returns their numbers. */
export async function layArticles(tx: Tx, actor: MemberActor, at: number, articles: readonly NewArticle[], splitFrom: number | null = null): Promise<number[]> {
  if (articles.length === 0) return [];
  await tx.execute(sql`update charter_articles set position = position + ${articles.length} where position >= ${at}`);
  const rows = articles.map(({ title, body, matter }, index) => {
    const text = normalised(body);
    const { html, version } = renderMarkdown(text);
    return { position: at + index, title, body: text, html, rendererVersion: version, matter: matter ?? "general", splitFrom };
  });
  const made = await tx.insert(charterArticles).values(rows).returning({ id: charterArticles.id, title: charterArticles.title, body: charterArticles.body });
  await tx.insert(articleRevisions).values(made.map(({ id, title, body }) => ({ articleId: id, version: 1, title, body, writtenBy: actor.memberId, writtenAt: now() })));
  return made.map(({ id }) => id);
}

export type Beginning = { title: string; short: string; articles: readonly NewArticle[] };

/**
 * Begins the next version. The first one takes its articles from what is given; a later one
 * goes on from the text as it stands.
 * @throws DomainError charter.begun
 */
export async function beginVersion(tx: Tx, { actor }: Leading, { title, short, articles }: Beginning): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('le-fil.charter'))`);
  const [standing] = await tx.execute<{ last: number; under_way: boolean; articles: number }>(sql`
    select coalesce(max(number), 0)::int as last, coalesce(bool_or(state in ('drafting', 'reviewing', 'consenting', 'adopted')), false) as under_way,
      (select count(*) from charter_articles where position is not null)::int as articles from charter_versions`);
  if (standing?.under_way) throw new DomainError("charter.begun");
  const number = (standing?.last ?? 0) + 1;
  const { html, version } = renderMarkdown(short);
  await tx.insert(charterVersions).values({ number, title, shortBody: short, shortHtml: html, rendererVersion: version, begunBy: actor.memberId, begunAt: now() });
  if (standing?.articles === 0) await layArticles(tx, actor, 1, articles);
  await tx.audit({ actor, act: "charter.begun", subjectId: number });
  tx.announce({ type: "charter.moved", id: number });
  return number;
}

/** What a form of the head began from: another mark means that somebody changed it meanwhile. */
export const headMark = (title: string, short: string): string => sha256(`${title}\n${short}`).slice(0, 16);

/** @throws DomainError thing.absent, charter.frozen; state.moved, with what stands now, when somebody else changed it since `mark` */
export async function reviseHead(tx: Tx, { actor }: Leading, { title, short, mark }: { title: string; short: string; mark: string }): Promise<void> {
  const underWay = await lockText(tx, actor);
  const [head] = await tx.select({ title: charterVersions.title, short: charterVersions.shortBody }).from(charterVersions).where(eq(charterVersions.id, underWay.id));
  if (head && headMark(head.title, head.short) !== mark) throw new DomainError("state.moved", { state: { ...head, mark: headMark(head.title, head.short) } });
  const { html, version: rendererVersion } = renderMarkdown(short);
  await tx.update(charterVersions).set({ title, shortBody: short, shortHtml: html, rendererVersion }).where(eq(charterVersions.id, underWay.id));
  await moveVersion(tx, underWay);
}
