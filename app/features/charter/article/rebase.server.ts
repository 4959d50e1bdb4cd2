import { sql } from "drizzle-orm";
import { now } from "~/kit/clock.server";
import { parseMarkdown, textOf } from "~/kit/markdown-parse";
import type { Tx } from "~/kit/transaction.server";
import { tellAbout } from "~/features/notification/subject.server";
import { proposalPath } from "../model";
import { findAnchor, type Anchor } from "./anchor";
import { carryOver, type Wording } from "./merge";

/** The words of an article as they are read, without their marks. */
export const readText = (body: string): string => textOf(parseMarkdown(body), body);

/** An article that may hold what was said of another text: itself, the other half of a split, or what it was joined to, with what then stands around. */
export type Landing = { articleId: number; body: string; around?: (body: string) => string };

/** Where an article was joined to another, what was proposed of it is the same words between what now stands around them. */
const landingOf = (proposal: OpenProposal, { body, around }: Landing): Wording | null =>
  around && !proposal.adrift && around(proposal.base) === body ? { base: body, body: around(proposal.body) } : carryOver(proposal, body);

type SaidComment = Anchor & { id: number; adrift: boolean };
type OpenProposal = { id: number; author_id: number; base: string; body: string; adrift: boolean };

/**
 * Carries over what was said of an article, from where it stood to where its words are now: the
 * first of the landings that has them. What has lost its words stays with the first landing, says
 * so, and waits for a person; nothing is ever dropped. Called with the version's row locked.
 * @param gone the article has left the charter: nothing of it can be found again
 */
export async function carrySaid(tx: Tx, by: number, articleId: number, landings: readonly [Landing, ...Landing[]], { gone = false } = {}): Promise<void> {
  const at = now().toISOString();
  const comments = await tx.execute<SaidComment>(sql`
    select id::int, quote, before, after, adrift_at is not null as adrift from charter_comments where article_id = ${articleId} order by id for update`);
  for (const comment of comments) {
    const whole = comment.quote === "";
    const found = gone ? null : landings.map((landing) => ({ landing, anchor: whole ? comment : findAnchor(comment, readText(landing.body)) })).find(({ anchor }) => anchor !== null);
    const { before, after } = found?.anchor ?? comment;
    await tx.execute(sql`
      update charter_comments set article_id = ${(found?.landing ?? landings[0]).articleId}, before = ${before}, after = ${after},
        adrift_at = case when ${found !== null && found !== undefined} then null else coalesce(adrift_at, ${at}::timestamptz) end where id = ${comment.id}`);
  }
  const proposals = await tx.execute<OpenProposal>(sql`
    select id::int, author_id::int, base_body as base, body, adrift_at is not null as adrift from charter_proposals
    where article_id = ${articleId} and state = 'open' order by id for update`);
  for (const proposal of proposals) {
    const found = gone ? undefined : landings.map((landing) => ({ landing, wording: landingOf(proposal, landing) })).find(({ wording }) => wording !== null);
    const { base, body } = found?.wording ?? proposal;
    await tx.execute(sql`
      update charter_proposals set article_id = ${(found?.landing ?? landings[0]).articleId}, base_body = ${base}, body = ${body},
        adrift_at = case when ${found !== undefined} then null else coalesce(adrift_at, ${at}::timestamptz) end where id = ${proposal.id}`);
    if (!found && !proposal.adrift) await tellAbout(tx, [proposal.author_id], { kind: "proposal-adrift", subject: `proposal-${proposal.id}`, place: proposalPath(proposal.id), by });
  }
  await tx.execute(sql`update charter_proposals set article_id = ${landings[0].articleId} where article_id = ${articleId} and state <> 'open'`);
}
