import { sql } from "drizzle-orm";
import { consentRounds } from "#db/schema/charter-consent";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { settleAbout, tellAbout } from "~/features/notification/subject.server";
import { sealOf } from "../canonical.server";
import { CONSENT, isOpenText, type Article } from "../model";
import { lockUnderWay, moveVersion, noteRead, type UnderWay } from "../mutations.server";
import type { Contributing, Leading } from "../policy";
import { resultOf, tallyOf, type Rule, type Stance } from "./model";
import { findElectorate, findRound } from "./queries.server";

/**
 * Lays the text of the version by: from now on it is what stands in version_articles, word for
 * word, and what everyone answers to.
 * @throws DomainError thing.absent, charter.frozen, input.invalid when there is nothing to agree to
 */
export async function openConsent(tx: Tx, { actor }: Leading, rule: Rule, closesAt: Date): Promise<void> {
  const version = await lockUnderWay(tx);
  if (!isOpenText(version.state)) throw new DomainError("charter.frozen");
  const articles = await tx.execute<Article>(sql`select title, body from charter_articles where position is not null order by position`);
  if (articles.length === 0) throw new DomainError("input.invalid", { fields: { date: "La charte n’a pas encore d’articles\u00a0: il n’y a rien à quoi consentir." } });
  const [head] = await tx.execute<{ title: string }>(sql`select title from charter_versions where id = ${version.id}`);
  const seal = sealOf(head?.title ?? "", [...articles]);
  await tx.execute(sql`
    insert into version_articles (version_id, position, article_id, article_version, title, body, html, matter)
    select ${version.id}, position, id, version, title, body, html, matter from charter_articles where position is not null`);
  await tx.execute(sql`update charter_versions set state = 'consenting', canonical_text = ${seal.canonicalText}, sha256 = ${seal.sha256} where id = ${version.id}`);
  const [earlier] = await tx.execute<{ rounds: number }>(sql`select count(*)::int as rounds from consent_rounds where version_id = ${version.id}`);
  const [round] = await tx
    .insert(consentRounds)
    .values({ versionId: version.id, number: (earlier?.rounds ?? 0) + 1, ...seal, ...rule, openedAt: now(), openedBy: actor.memberId, closesAt })
    .returning({ id: consentRounds.id });
  const members = await tx.execute<{ id: number }>(sql`select id::int from members where state = 'active' and guest_until is null`);
  await tellAbout(tx, members.map(({ id }) => id), { kind: "consent-asked", subject: `consent-${round?.id ?? 0}`, place: CONSENT, by: actor.memberId });
  await tx.audit({ actor, act: "consent.opened", subjectId: version.number });
  await moveVersion(tx, version);
}

async function lockRound(tx: Tx): Promise<{ version: UnderWay; id: number; closesAt: Date }> {
  const version = await lockUnderWay(tx);
  const [round] = await tx.execute<{ id: number; closes_at: string }>(sql`select id::int, closes_at from consent_rounds where version_id = ${version.id} and closed_at is null for update`);
  if (version.state !== "consenting" || !round) throw new DomainError("state.moved");
  return { version, id: round.id, closesAt: new Date(round.closes_at) };
}

/** One answer each, which may change until the round closes. @throws DomainError thing.absent, state.moved when it is over */
export async function answerConsent(tx: Tx, { actor }: Contributing, { stance, reason }: { stance: Stance; reason: string }): Promise<void> {
  const { version, id, closesAt } = await lockRound(tx);
  if (closesAt <= now()) throw new DomainError("state.moved");
  await tx.execute(sql`
    insert into consent_answers (round_id, member_id, stance, reason, at) values (${id}, ${actor.memberId}, ${stance}, ${reason}, ${now().toISOString()}::timestamptz)
    on conflict on constraint consent_answers_once do update set stance = excluded.stance, reason = excluded.reason, at = excluded.at, withdrawn_at = null`);
  await noteRead(tx, actor.memberId, version.id);
  await tx.execute(sql`update notifications set read_at = ${now().toISOString()}::timestamptz where member_id = ${actor.memberId} and subject in (${`consent-${id}`}, ${`consent-${id}-end`}) and read_at is null`);
  tx.announce({ type: "told.changed", id: actor.memberId });
  await moveVersion(tx, version);
}

/** Takes one's objection back: it stays readable, and no longer stands in the way. Twice is once; also after the closing day, until it is closed. */
export async function withdrawObjection(tx: Tx, { actor }: Contributing): Promise<void> {
  const { version, id } = await lockRound(tx);
  const taken = await tx.execute(sql`
    update consent_answers set withdrawn_at = coalesce(withdrawn_at, ${now().toISOString()}::timestamptz) where round_id = ${id} and member_id = ${actor.memberId} and stance = 'object' returning 1`);
  if (taken.length === 0) throw new DomainError("thing.absent");
  await moveVersion(tx, version);
}

const EARLY = "La consultation n’est pas finie, et tout le monde ne s’est pas prononcé. Attendez sa date, ou revenez à la rédaction.";

/**
 * Ends the round. Its result is found by the rule said beforehand; adopted, the version waits to
 * be published, and otherwise its text opens again. Going back to the draft needs no result.
 * @throws DomainError thing.absent, state.moved, input.invalid before the day while somebody has not answered
 */
export async function closeConsent(tx: Tx, { actor }: Leading, goBack: boolean): Promise<{ adopted: boolean }> {
  const { version, id, closesAt } = await lockRound(tx);
  const [round, all] = [await findRound(actor, tx), await findElectorate(actor, tx)];
  if (!round) throw new DomainError("state.moved");
  const tally = tallyOf(round.answers);
  if (!goBack && closesAt > now() && tally.people < all.people) throw new DomainError("input.invalid", { fields: { suite: EARLY } });
  const adopted = !goBack && resultOf(round, tally, all).adopted;
  const at = now().toISOString();
  await tx.execute(sql`
    update consent_rounds set closed_at = ${at}::timestamptz, closed_by = ${actor.memberId}, adopted = ${adopted}, of_people = ${all.people}, of_organisations = ${all.organisations} where id = ${id}`);
  if (adopted) await tx.execute(sql`update charter_versions set state = 'adopted', adopted_at = ${at}::timestamptz, adopted_by = ${actor.memberId} where id = ${version.id}`);
  else {
    await tx.execute(sql`update charter_versions set state = 'drafting', canonical_text = null, sha256 = null where id = ${version.id}`);
    await tx.execute(sql`delete from version_articles where version_id = ${version.id}`);
  }
  for (const subject of [`consent-${id}`, `consent-${id}-end`]) await settleAbout(tx, subject);
  await tx.audit({ actor, act: adopted ? "charter.adopted" : "consent.closed", subjectId: version.number });
  await moveVersion(tx, version);
  return { adopted };
}
