import { sql } from "drizzle-orm";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { layPaper } from "~/features/file/paper.server";
import type { mayShareFile } from "~/features/file/policy";
import { tellAbout } from "~/features/notification/subject.server";
import { lockArticle } from "../article/mutations.server";
import { isOpenText, REVIEW } from "../model";
import { lockUnderWay, moveVersion, noteRead, type UnderWay } from "../mutations.server";
import type { Contributing, Leading } from "../policy";
import { propose } from "../proposal/mutations.server";
import { type ReviewAnswer } from "./model";
import { answersFor, WAITING } from "./queries.server";

/** Puts the version before the managers, until a date; done again it sets another date. @throws DomainError thing.absent, charter.frozen */
export async function openReview(tx: Tx, { actor }: Leading, deadline: Date): Promise<void> {
  const version = await lockUnderWay(tx);
  if (!isOpenText(version.state)) throw new DomainError("charter.frozen");
  const at = now().toISOString();
  await tx.execute(sql`update charter_versions set state = 'reviewing' where id = ${version.id}`);
  await tx.execute(sql`
    insert into charter_reviews (version_id, opened_at, opened_by, deadline) values (${version.id}, ${at}::timestamptz, ${actor.memberId}, ${deadline.toISOString()}::timestamptz)
    on conflict on constraint charter_reviews_once do update set opened_at = excluded.opened_at, opened_by = excluded.opened_by, deadline = excluded.deadline, reminded_at = null`);
  await tellWaiting(tx, actor.memberId, version.id, `review-${version.number}-${version.revision}`);
  await tx.audit({ actor, act: "review.opened", subjectId: version.number });
  await moveVersion(tx, version);
}

/** Tells those who may answer for an organisation that has not answered all, and nobody else. */
export async function tellWaiting(tx: Tx, by: number, versionId: number, subject: string): Promise<void> {
  const asked = await tx.execute<{ id: number }>(sql`
    select distinct g.member_id::int as id from charter_versions v join organisations o on true
    join (select organisation_id, member_id from organisation_managers union select organisation_id, member_id from review_delegations where version_id = ${versionId}) g on g.organisation_id = o.id
    where v.id = ${versionId} and ${WAITING} > 0`);
  await tellAbout(tx, asked.map(({ id }) => id), { kind: "review-asked", subject, place: REVIEW, by });
}

/** Once a day at most. @throws DomainError state.moved when no review is open */
export async function remindManagers(tx: Tx, { actor }: Leading): Promise<void> {
  const version = await lockReview(tx);
  const day = now().toISOString().slice(0, 10);
  await tellWaiting(tx, actor.memberId, version.id, `review-${version.number}-${day}`);
  await tx.execute(sql`update charter_reviews set reminded_at = ${now().toISOString()}::timestamptz where version_id = ${version.id}`);
}

async function lockReview(tx: Tx): Promise<UnderWay> {
  const version = await lockUnderWay(tx);
  if (version.state !== "reviewing") throw new DomainError("state.moved");
  return version;
}

/** Back to the draft: what was answered stays. @throws DomainError state.moved */
export async function endReview(tx: Tx, { actor }: Leading): Promise<void> {
  const version = await lockReview(tx);
  await tx.execute(sql`update charter_versions set state = 'drafting' where id = ${version.id}`);
  await tx.audit({ actor, act: "review.ended", subjectId: version.number });
  await moveVersion(tx, version);
}

/** @throws DomainError thing.absent for who may not answer for this organisation */
async function lockFor(tx: Tx, actor: MemberActor, organisationId: number): Promise<{ version: UnderWay; recorded: boolean }> {
  const version = await lockReview(tx);
  const [may] = await tx.execute<{ recorded: boolean }>(sql`
    select not exists (select 1 from organisation_managers g join members m on m.id = g.member_id and m.state = 'active' where g.organisation_id = o.id)
      and not exists (select 1 from review_delegations d where d.version_id = v.id and d.organisation_id = o.id and d.member_id = ${actor.memberId}) as recorded
    from charter_versions v join organisations o on o.id = ${organisationId} where v.id = ${version.id} and ${answersFor(actor)}`);
  if (!may) throw new DomainError("thing.absent");
  return { version, recorded: may.recorded };
}

const NO_DOCUMENT = "Dites de quel document vient cette réponse, et où il est gardé\u00a0: l’organisation n’a pas de gestionnaire qui puisse répondre ici.";

/** What a recorded answer was read on: which document, and its scan where there is one. */
export type Source = { document: string; scan: { fileId: number; sharing: ReturnType<typeof mayShareFile> } | null };

/** @returns the scan, laid with the committee's papers. @throws DomainError input.invalid */
async function keepSource(tx: Tx, recorded: boolean, { document, scan }: Source): Promise<{ document: string; scanId: number | null }> {
  if (!recorded) return { document: "", scanId: null };
  if (document === "") throw new DomainError("input.invalid", { fields: { document: NO_DOCUMENT } });
  if (scan) await layPaper(tx, scan.sharing, scan.fileId);
  return { document, scanId: scan?.fileId ?? null };
}

export type Answered = Source & { articleId: number; articleVersion: number; answer: ReviewAnswer; note: string; body: string };

/**
 * An organisation's answer on an article. A change that is asked for becomes a proposal like any
 * other, open to everyone.
 * @throws DomainError thing.absent, state.moved, article.moved, article.gone, input.invalid
 */
export async function answerReview(tx: Tx, contributing: Contributing, organisationId: number, answered: Answered): Promise<void> {
  const { actor } = contributing;
  const { version, recorded } = await lockFor(tx, actor, organisationId);
  const { document, scanId } = await keepSource(tx, recorded, answered);
  const article = await lockArticle(tx, answered.articleId);
  if (article.version !== answered.articleVersion) throw new DomainError("article.moved", { state: { version: article.version, title: article.title, body: article.body } });
  let proposalId: number | null = null;
  if (answered.answer === "change") {
    const [organisation] = await tx.execute<{ name: string }>(sql`select name from organisations where id = ${organisationId}`);
    proposalId = await propose(tx, contributing, article.id, { body: answered.body, reason: answered.note, spokenFor: "", version: article.version, askedFor: organisation?.name ?? "" });
  }
  await tx.execute(sql`
    insert into review_answers (version_id, organisation_id, article_id, article_version, answer, note, proposal_id, member_id, recorded, document, document_file_id, at)
    values (${version.id}, ${organisationId}, ${article.id}, ${article.version}, ${answered.answer}, ${answered.note}, ${proposalId}::bigint, ${actor.memberId}, ${recorded}, ${document}, ${scanId}::bigint, ${now().toISOString()}::timestamptz)
    on conflict on constraint review_answers_once do update set answer = excluded.answer, note = excluded.note, proposal_id = excluded.proposal_id, member_id = excluded.member_id,
      recorded = excluded.recorded, document = excluded.document, at = excluded.at,
      document_file_id = case when excluded.recorded then coalesce(excluded.document_file_id, review_answers.document_file_id) end`);
  await noteRead(tx, actor.memberId, version.id);
  await moveVersion(tx, version);
}

/** Approves every article that still waits for this organisation, as it stands now. */
export async function approveRest(tx: Tx, { actor }: Contributing, organisationId: number, source: Source): Promise<void> {
  const { version, recorded } = await lockFor(tx, actor, organisationId);
  const { document, scanId } = await keepSource(tx, recorded, source);
  await tx.execute(sql`
    insert into review_answers (version_id, organisation_id, article_id, article_version, answer, member_id, recorded, document, document_file_id, at)
    select ${version.id}, ${organisationId}, id, version, 'approved', ${actor.memberId}, ${recorded}, ${document}, ${scanId}::bigint, ${now().toISOString()}::timestamptz from charter_articles where position is not null
    on conflict on constraint review_answers_once do nothing`);
  await noteRead(tx, actor.memberId, version.id);
  await moveVersion(tx, version);
}

/** Asks a colleague to answer in one's place. Only a manager does. @throws DomainError thing.absent, state.moved, input.invalid */
export async function delegateReview(tx: Tx, { actor }: Contributing, organisationId: number, memberId: number): Promise<void> {
  const version = await lockReview(tx);
  const [manager] = await tx.execute(sql`select 1 from organisation_managers where organisation_id = ${organisationId} and member_id = ${actor.memberId}`);
  if (!manager) throw new DomainError("thing.absent");
  const [colleague] = await tx.execute(sql`select 1 from memberships s join members m on m.id = s.member_id and m.state = 'active' where s.organisation_id = ${organisationId} and s.member_id = ${memberId}`);
  if (!colleague) throw new DomainError("input.invalid", { fields: { membre: "Choisissez une personne de votre organisation." } });
  await tx.execute(sql`
    insert into review_delegations (version_id, organisation_id, member_id, by_id, at) values (${version.id}, ${organisationId}, ${memberId}, ${actor.memberId}, ${now().toISOString()}::timestamptz)
    on conflict on constraint review_delegations_once do update set member_id = excluded.member_id, by_id = excluded.by_id, at = excluded.at`);
  await tellAbout(tx, [memberId], { kind: "review-asked", subject: `review-${version.number}-for-${organisationId}`, place: REVIEW, by: actor.memberId });
  await moveVersion(tx, version);
}

