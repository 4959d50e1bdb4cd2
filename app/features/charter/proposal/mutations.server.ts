import { sql } from "drizzle-orm";
import { charterProposals } from "#db/schema/charter-voice";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { tellAbout } from "~/features/notification/subject.server";
import { isOpenText, normalised, proposalPath } from "../model";
import { lockText, lockUnderWay, moveVersion, noteRead } from "../mutations.server";
import { maySpeakFor, type Contributing, type Drafting } from "../policy";
import { carryOver } from "../article/merge";
import { lockArticle, setWording } from "../article/mutations.server";
import { carrySaid } from "../article/rebase.server";

export type Proposal = { body: string; reason: string; spokenFor: string; /** The revision that was read. */ version: number; askedFor?: string };

const SAME = "C’est le texte actuel. Changez-y ce que vous proposez, ou laissez un commentaire.";

const refused = (texte: string): DomainError => new DomainError("input.invalid", { fields: { texte } });

/**
 * Proposes another wording of an article. Where the article changed meanwhile, what is proposed
 * is carried over to its new text, or given back with both.
 * @throws DomainError thing.absent, charter.frozen, article.gone, article.moved, input.invalid, right.missing
 */
export async function propose(tx: Tx, { actor }: Contributing, articleId: number, { body, reason, spokenFor, version, askedFor = "" }: Proposal): Promise<number> {
  const underWay = await lockUnderWay(tx);
  if (!isOpenText(underWay.state)) throw new DomainError("charter.frozen");
  if (spokenFor !== "" && !maySpeakFor(actor)) throw new DomainError("right.missing");
  const article = await lockArticle(tx, articleId);
  const text = normalised(body);
  const [read] = await tx.execute<{ body: string }>(sql`select body from article_revisions where article_id = ${articleId} and version = ${version}`);
  if (text === article.body || text === read?.body) throw refused(SAME);
  const wording = article.version === version ? { base: article.body, body: text } : read && carryOver({ base: read.body, body: text }, article.body);
  if (!wording) throw new DomainError("article.moved", { state: { version: article.version, title: article.title, body: article.body } });
  const [twin] = await tx.execute<{ name: string }>(sql`
    select m.name from charter_proposals p join members m on m.id = p.author_id where p.article_id = ${articleId} and p.state = 'open' and p.body = ${wording.body} limit 1`);
  if (twin) throw refused(`Cette formulation est déjà proposée par ${twin.name}. Vous pouvez l’appuyer sur la page de l’article.`);
  const [made] = await tx
    .insert(charterProposals)
    .values({ articleId, authorId: actor.memberId, spokenFor, baseBody: wording.base, body: wording.body, reason, askedFor, createdAt: now() })
    .returning({ id: charterProposals.id });
  if (spokenFor === "") await noteRead(tx, actor.memberId, underWay.id);
  await moveVersion(tx, underWay);
  return made?.id ?? 0;
}

export type StandingProposal = { id: number; article_id: number; author_id: number; base: string; body: string; state: string; adrift: boolean };

async function lockProposal(tx: Tx, id: number): Promise<StandingProposal> {
  const [row] = await tx.execute<StandingProposal>(sql`
    select id::int, article_id::int, author_id::int, base_body as base, body, state, adrift_at is not null as adrift from charter_proposals where id = ${id} for update`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}

/** @throws DomainError thing.absent, state.moved when it is decided already, right.missing for one's own */
export async function voice(tx: Tx, { actor }: Contributing, id: number, { stance, reason }: { stance: "support" | "object"; reason: string }): Promise<void> {
  const underWay = await lockUnderWay(tx);
  const proposal = await lockProposal(tx, id);
  if (proposal.state !== "open") throw new DomainError("state.moved");
  if (proposal.author_id === actor.memberId) throw new DomainError("right.missing");
  await tx.execute(sql`
    insert into proposal_voices (proposal_id, member_id, stance, reason, at) values (${id}, ${actor.memberId}, ${stance}, ${reason}, ${now().toISOString()}::timestamptz)
    on conflict on constraint proposal_voices_once do update set stance = excluded.stance, reason = excluded.reason, at = excluded.at`);
  await noteRead(tx, actor.memberId, underWay.id);
  await moveVersion(tx, underWay);
}

export type Decision = { answer: "accepted" | "accepted-in-part" | "declined"; reason: string; /** The wording that goes into the charter, where it is accepted in part. */ body: string; version: number };

/**
 * The drafting group's answer. Accepted, it becomes the article's text; in part, what the group
 * made of it does. Whoever proposed it is told, with the reason.
 * @throws DomainError thing.absent, state.moved, charter.frozen, right.missing, article.gone, article.moved, input.invalid
 */
export async function decide(tx: Tx, { actor }: Drafting, id: number, { answer, reason, body, version }: Decision): Promise<void> {
  const underWay = await lockText(tx, actor);
  const proposal = await lockProposal(tx, id);
  if (proposal.state !== "open") throw new DomainError("state.moved");
  let taken: number | null = null;
  if (answer !== "declined") {
    const article = await lockArticle(tx, proposal.article_id);
    if (article.version !== version) throw new DomainError("article.moved", { state: { version: article.version, title: article.title, body: article.body } });
    if (answer === "accepted" && proposal.adrift) throw new DomainError("input.invalid", { fields: { reponse: "Le texte a changé depuis cette proposition. Acceptez-la en partie, en écrivant le texte qui convient maintenant." } });
    const text = answer === "accepted" ? proposal.body : normalised(body);
    if (text === article.body) throw refused("C’est le texte actuel. Écrivez ce que vous reprenez de la proposition.");
    // Decided first: it is not among those that are carried over.
    taken = await setWording(tx, actor, article, { title: article.title, body: text });
    await settle(tx, actor.memberId, id, { answer, reason, taken });
    await carrySaid(tx, actor.memberId, article.id, [{ articleId: article.id, body: text }]);
  } else await settle(tx, actor.memberId, id, { answer, reason, taken });
  await tellAbout(tx, [proposal.author_id], { kind: "proposal-answered", subject: `proposal-${id}`, place: proposalPath(id), by: actor.memberId });
  await tx.audit({ actor, act: `proposal.${answer}`, subjectId: id });
  await moveVersion(tx, underWay);
}

const settle = (tx: Tx, by: number, id: number, { answer, reason, taken }: { answer: string; reason: string; taken: number | null }) =>
  tx.execute(sql`
    update charter_proposals set state = ${answer}, decided_at = ${now().toISOString()}::timestamptz, decided_by = ${by}, decision_reason = ${reason}, article_version = ${taken}::int, adrift_at = null where id = ${id}`);

/** One's own, taken back while it is open. Twice is once. @throws DomainError thing.absent, right.missing, state.moved */
export async function withdrawProposal(tx: Tx, { actor }: Contributing, id: number): Promise<void> {
  const underWay = await lockUnderWay(tx);
  const proposal = await lockProposal(tx, id);
  if (proposal.author_id !== actor.memberId) throw new DomainError("right.missing");
  if (proposal.state === "withdrawn") return;
  if (proposal.state !== "open") throw new DomainError("state.moved");
  await settle(tx, actor.memberId, id, { answer: "withdrawn", reason: "", taken: null });
  await moveVersion(tx, underWay);
}
