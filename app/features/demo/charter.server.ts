import { eq, sql } from "drizzle-orm";
import { BLANKS, CHARTER_TITLE, COMMENTS, FIRST_VERSION, PROPOSALS, RESERVES, REVIEW, RULE, SECOND_VERSION } from "#db/demo/charter";
import { articleRevisions, charterArticles, charterDrafters, charterReads, charterVersions, versionArticles } from "#db/schema/charter";
import { consentAnswers, consentRounds } from "#db/schema/charter-consent";
import { charterReviews, reviewAnswers } from "#db/schema/charter-review";
import { charterComments, charterProposals, proposalVoices } from "#db/schema/charter-voice";
import { after, DAY, HOUR } from "~/kit/clock.server";
import { renderMarkdown } from "~/kit/markdown.server";
import type { Tx } from "~/kit/transaction.server";
import { anchorOf, readText } from "~/features/charter/said.server";
import { sealOf } from "~/features/charter/canonical.server";
import { TEMPLATE, TEMPLATE_SHORT } from "~/features/charter/template.server";
import { chance } from "./chance.server";
import type { Cast } from "./people.server";
import { fillSignatures } from "./signatures.server";

const filled = (text: string): string => BLANKS.reduce((words, [blank, said]) => words.replaceAll(blank, said), text);

/** A version in force for half a year, and the next one under way. */
export async function fillCharter(tx: Tx, cast: Cast, today: Date): Promise<void> {
  const by = cast.idOf(FIRST_VERSION.by);
  const publishedAt = after(today, -FIRST_VERSION.publishedDaysAgo * DAY);
  const begunAt = after(publishedAt, -200 * DAY);
  const short = renderMarkdown(TEMPLATE_SHORT);
  const head = { title: CHARTER_TITLE, shortBody: TEMPLATE_SHORT, shortHtml: short.html, rendererVersion: short.version };
  const [first] = await tx.insert(charterVersions).values({ ...head, number: 1, begunBy: by, begunAt }).returning({ id: charterVersions.id });
  const articles = TEMPLATE.map(({ title, body, matter }, index) => {
    const text = filled(body);
    const { html, version } = renderMarkdown(text);
    return { position: index + 1, title, body: text, html, rendererVersion: version, matter: matter ?? ("general" as const) };
  });
  const made = await tx.insert(charterArticles).values(articles).returning();
  await tx.insert(articleRevisions).values(made.map(({ id, title, body }) => ({ articleId: id, version: 1, title, body, writtenBy: by, writtenAt: begunAt })));
  const versionId = first?.id ?? 0;
  await tx.insert(versionArticles).values(made.map(({ id, title, body, html, matter, position }) => ({ versionId, position: position ?? 0, articleId: id, articleVersion: 1, title, body, html, matter })));
  await tx
    .update(charterVersions)
    .set({ state: "in-force", ...sealOf(CHARTER_TITLE, articles), adoptedAt: after(publishedAt, -6 * DAY), adoptedBy: by, kind: "substance", reasons: FIRST_VERSION.reasons, publishedAt, publishedBy: by })
    .where(eq(charterVersions.id, versionId));
  await fillSignatures(tx, cast, today);
  await fillConsent(tx, cast, versionId, sealOf(CHARTER_TITLE, articles), publishedAt);
  await beginSecond(tx, cast, head, today);
  await fillVoices(tx, cast, made, today);
}

async function beginSecond(tx: Tx, cast: Cast, head: Pick<typeof charterVersions.$inferInsert, "title" | "shortBody" | "shortHtml" | "rendererVersion">, today: Date): Promise<void> {
  const by = cast.idOf(SECOND_VERSION.by);
  const begunAt = after(today, -SECOND_VERSION.begunDaysAgo * DAY);
  const [second] = await tx.insert(charterVersions).values({ ...head, number: 2, begunBy: by, begunAt }).returning({ id: charterVersions.id });
  const versionId = second?.id ?? 0;
  await tx.insert(charterDrafters).values(SECOND_VERSION.drafters.map((key) => ({ memberId: cast.idOf(key), namedBy: by, namedAt: begunAt })));
  const readers = cast.people.filter(({ key, state }) => state === "active" && chance("charter", key) < SECOND_VERSION.readBy);
  await tx.insert(charterReads).values(readers.map(({ key }) => ({ versionId, memberId: cast.idOf(key), at: after(begunAt, chance("charter-when", key) * (SECOND_VERSION.begunDaysAgo - 1) * DAY) })));
  await tx.execute(sql`update charter_versions set revision = ${readers.length + 1}, state = 'reviewing' where id = ${versionId}`);
  await fillReview(tx, cast, versionId, today);
}

/** Before the managers since a few days: two have answered, the others have it in what is to be done. */
async function fillReview(tx: Tx, { idOf, people }: Cast, versionId: number, today: Date): Promise<void> {
  const openedAt = after(today, -REVIEW.openedDaysAgo * DAY);
  await tx.insert(charterReviews).values({ versionId, openedAt, openedBy: idOf(SECOND_VERSION.by), deadline: after(today, REVIEW.deadlineInDays * DAY) });
  const articles = await tx.select({ id: charterArticles.id, position: charterArticles.position }).from(charterArticles);
  for (const { by, reserved } of REVIEW.answers) {
    const memberId = idOf(by);
    if (!people.some(({ key, roles }) => key === by && roles.includes("manager"))) throw new Error(`${by} is no manager of the demo.`);
    const [managed] = await tx.execute<{ id: number }>(sql`select organisation_id::int as id from organisation_managers where member_id = ${memberId}`);
    await tx.insert(reviewAnswers).values(
      articles.map(({ id, position }) => {
        const said = reserved?.article === position ? reserved : null;
        return { versionId, organisationId: managed?.id ?? 0, articleId: id, articleVersion: 1, answer: said ? ("reserved" as const) : ("approved" as const), note: said?.note ?? "", memberId, at: after(openedAt, DAY) };
      }),
    );
  }
}

/** How the first version was adopted: a round of three weeks, closed six days before it was published. */
async function fillConsent(tx: Tx, cast: Cast, versionId: number, seal: ReturnType<typeof sealOf>, publishedAt: Date): Promise<void> {
  const by = cast.idOf(FIRST_VERSION.by);
  const openedAt = after(publishedAt, -27 * DAY);
  const closedAt = after(publishedAt, -6 * DAY);
  const active = cast.people.filter(({ state }) => state === "active");
  const organisations = new Set(active.flatMap((person) => person.organisations));
  const [round] = await tx
    .insert(consentRounds)
    .values({
      versionId, number: 1, ...seal, ...RULE, openedAt, openedBy: by, closesAt: after(closedAt, -HOUR),
      closedAt, closedBy: by, adopted: true, ofPeople: active.length, ofOrganisations: organisations.size,
    })
    .returning({ id: consentRounds.id });
  const answered = active.filter(({ key }) => RESERVES.has(key) || chance("consent", key) < 0.78);
  await tx.insert(consentAnswers).values(
    answered.map(({ key }) => {
      const at = after(openedAt, chance("consent-when", key) * 20 * DAY);
      const said = RESERVES.get(key);
      return { roundId: round?.id ?? 0, memberId: cast.idOf(key), stance: said?.stance ?? ("adhere" as const), reason: said?.reason ?? "", at, withdrawnAt: said?.stance === "object" ? after(at, DAY) : null };
    }),
  );
}

type Laid = { id: number; position: number | null; body: string };

async function fillVoices(tx: Tx, { idOf }: Cast, articles: readonly Laid[], today: Date): Promise<void> {
  const at = (place: number): Laid => articles.find(({ position }) => position === place) ?? { id: 0, position: null, body: "" };
  for (const { by, article, at: ago, body, quote = "", spokenFor = "" } of COMMENTS) {
    const { id, body: text } = at(article);
    const { html, version } = renderMarkdown(body);
    const anchor = quote === "" ? { quote, before: "", after: "" } : anchorOf(quote, readText(text));
    if (!anchor) throw new Error(`The words of a demo comment are not in article ${article}.`);
    await tx.insert(charterComments).values({ articleId: id, authorId: idOf(by), spokenFor, body, html, rendererVersion: version, ...anchor, createdAt: after(today, -ago * DAY) });
  }
  for (const { by, article, at: ago, from, to, reason, support = [], object } of PROPOSALS) {
    const { id, body } = at(article);
    const [made] = await tx.insert(charterProposals).values({ articleId: id, authorId: idOf(by), baseBody: body, body: body.replace(from, to), reason, createdAt: after(today, -ago * DAY) }).returning({ id: charterProposals.id });
    const proposalId = made?.id ?? 0;
    const voiced = after(today, -(ago - 1) * DAY);
    const voices = [...support.map((key) => ({ key, stance: "support" as const, reason: "" })), ...(object ? [{ key: object.by, stance: "object" as const, reason: object.reason }] : [])];
    if (voices.length > 0) await tx.insert(proposalVoices).values(voices.map(({ key, ...voice }) => ({ proposalId, memberId: idOf(key), ...voice, at: voiced })));
  }
}
