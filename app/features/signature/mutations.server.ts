import { asc, eq, sql } from "drizzle-orm";
import { charterVersions, versionArticles } from "#db/schema/charter";
import { organisations } from "#db/schema/community";
import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { sealOf } from "~/features/charter/canonical.server";
import { queueMail } from "~/features/mail/mutations.server";
import { settleFor } from "~/features/notification/subject.server";
import { openLog } from "./log/append.server";
import { codeOf, digest, type LoggedOrganisation, type LoggedPerson } from "./log/entries";
import { organisationSentenceFor, sentenceFor, standingOf, type Asked, type Signer } from "./model";
import type { OrganisationSigning, OrganisationWithdrawing, Signing, Withdrawing } from "./policy";
import type { OrganisationSignInput, SignInput } from "./schema";
import { release } from "./rules/mutations.server";
import { findAsked, findLast, heldBy, type Last } from "./sql.server";

type Shown = { empreinte: string; phrase: string };

/**
 * The text in force, if it is the one that was shown and still has its own digest.
 * To be called with the log open: nobody publishes meanwhile.
 * @throws DomainError signing.text-moved, signing.text-altered
 */
async function requireShown(tx: Tx, shown: string): Promise<Asked & { sha256: string }> {
  const asked = await findAsked(tx);
  if (asked?.sha256 !== shown) throw new DomainError("signing.text-moved");
  const [kept] = await tx
    .select({ id: charterVersions.id, title: charterVersions.title, text: charterVersions.canonicalText })
    .from(charterVersions)
    .where(eq(charterVersions.number, asked.version));
  const articles = await tx.select({ title: versionArticles.title, body: versionArticles.body }).from(versionArticles).where(eq(versionArticles.versionId, kept?.id ?? 0)).orderBy(asc(versionArticles.position));
  if (digest(kept?.text ?? "") !== shown || sealOf(kept?.title ?? "", articles).sha256 !== shown) throw new DomainError("signing.text-altered");
  return asked;
}

/** What is signed is what was read: another name makes another sentence, and that one has to be seen first. */
function requireSentence(sentence: string, { phrase }: Shown): void {
  if (phrase === sentence) return;
  throw new DomainError("input.invalid", { fields: { phrase: "Voici la phrase avec ce que vous avez écrit. Relisez-la, puis signez." } });
}

const done = (last: Last | null, asked: Asked): string | null =>
  last && last.version === asked.version && standingOf(heldBy(last), asked) === "signed" ? codeOf(last.hash) : null;

const roundAfter = (last: Last | null): number => (last ? last.round + (last.event.endsWith("withdrawn") ? 1 : 0) : 0);

async function signedInAt(tx: Tx, { sessionId }: MemberActor): Promise<string> {
  const [row] = await tx.execute<{ at: string | Date }>(sql`select created_at as at from sessions where id = ${sessionId}`);
  if (!row) throw new DomainError("session.absent");
  return new Date(row.at).toISOString();
}

async function organisationOf(tx: Tx, actor: MemberActor, chosen: number | null): Promise<LoggedOrganisation | null> {
  const id = chosen ?? (actor.organisationIds.length === 1 ? actor.organisationIds[0] : undefined);
  if (id === undefined) {
    if (actor.organisationIds.length === 0) return null;
    throw new DomainError("input.invalid", { fields: { organisation: "Choisissez l’organisation à nommer dans votre signature." } });
  }
  const [row] = await tx.execute<{ id: number; name: string }>(sql`
    select o.id::int, o.name from organisations o join memberships s on s.organisation_id = o.id where s.member_id = ${actor.memberId} and o.id = ${id}`);
  if (!row) throw new DomainError("input.invalid", { fields: { organisation: "Choisissez l’une de vos organisations." } });
  return row;
}

async function organisationNamed(tx: Tx, id: number): Promise<LoggedOrganisation> {
  const [organisation] = await tx.select({ id: organisations.id, name: organisations.name }).from(organisations).where(eq(organisations.id, id));
  if (!organisation) throw new DomainError("thing.absent");
  return organisation;
}

const named = ({ memberId }: MemberActor, name: string, title: string): LoggedPerson => ({ id: memberId, name, title });

/**
 * Signs the text that was shown, for oneself; signed already, it is the same signature.
 * Returns the code of the receipt.
 * @throws DomainError signing.text-moved, signing.text-altered, input.invalid
 */
export async function signCharter(tx: Tx, { actor }: Signing, { nom, titre, organisation: chosen, ...shown }: SignInput): Promise<string> {
  const log = await openLog(tx);
  const asked = await requireShown(tx, shown.empreinte);
  const last = await findLast(tx, actor.memberId);
  const already = done(last, asked);
  if (already) return already;
  const organisation = await organisationOf(tx, actor, chosen);
  const signer: Signer = { name: nom, title: titre, organisation: organisation?.name ?? null };
  const sentence = sentenceFor(signer, asked.version);
  requireSentence(sentence, shown);
  const code = await log.append(
    {
      event: "signed", version: asked.version, text_sha256: asked.sha256, campaign: log.campaign, sentence, person: named(actor, nom, titre),
      ...(organisation ? { organisation } : {}), method: "screen", signed_in_at: await signedInAt(tx, actor),
    },
    roundAfter(last),
  );
  await settleFor(tx, actor.memberId, ["signing", "signing-reminder"]);
  await release(tx, actor.memberId);
  return confirm(tx, actor, asked.version, code);
}

/** The same for an organisation, by who manages it. */
export async function signForOrganisation(tx: Tx, { actor, subject: id }: OrganisationSigning, { nom, titre, ...shown }: OrganisationSignInput): Promise<string> {
  const log = await openLog(tx);
  const asked = await requireShown(tx, shown.empreinte);
  const last = await findLast(tx, id, true);
  const already = done(last, asked);
  if (already) return already;
  const organisation = await organisationNamed(tx, id);
  const sentence = organisationSentenceFor({ name: nom, title: titre, organisation: organisation.name }, asked.version);
  requireSentence(sentence, shown);
  const code = await log.append(
    {
      event: "organisation-signed", version: asked.version, text_sha256: asked.sha256, campaign: log.campaign, sentence, person: named(actor, nom, titre),
      organisation, method: "screen", signed_in_at: await signedInAt(tx, actor),
    },
    roundAfter(last),
  );
  return confirm(tx, actor, asked.version, code);
}

function tell(tx: Tx, { memberId }: MemberActor, version: number): void {
  tx.announce({ type: "charter.moved", id: version });
  tx.announce({ type: "todo.changed", id: memberId });
}

async function confirm(tx: Tx, actor: MemberActor, version: number, code: string): Promise<string> {
  await queueMail(tx, { kind: "receipt", memberId: actor.memberId, subjectRef: code });
  tell(tx, actor, version);
  return code;
}

/** Takes one's signature back, by a new entry; what was signed stays in the log. Where nothing is signed, nothing happens. */
export async function withdrawSignature(tx: Tx, { actor }: Withdrawing): Promise<void> {
  const log = await openLog(tx);
  const last = await findLast(tx, actor.memberId);
  if (!last || !heldBy(last)) return;
  await log.append({ event: "withdrawn", ...(await textOf(tx, last.version)), person: named(actor, actor.name, actor.title) }, last.round);
  tell(tx, actor, last.version);
}

/** The same for an organisation. */
export async function withdrawForOrganisation(tx: Tx, { actor, subject: id }: OrganisationWithdrawing): Promise<void> {
  const log = await openLog(tx);
  const last = await findLast(tx, id, true);
  if (!last || !heldBy(last)) return;
  const organisation = await organisationNamed(tx, id);
  await log.append({ event: "organisation-withdrawn", ...(await textOf(tx, last.version)), person: named(actor, actor.name, actor.title), organisation }, last.round);
  tell(tx, actor, last.version);
}

async function textOf(tx: Tx, version: number): Promise<{ version: number; text_sha256: string }> {
  const [text] = await tx.select({ sha256: charterVersions.sha256 }).from(charterVersions).where(eq(charterVersions.number, version));
  return { version, text_sha256: text?.sha256 ?? "" };
}
