import { eq, sql } from "drizzle-orm";
import { charterVersions } from "#db/schema/charter";
import { DomainError } from "~/kit/errors";
import { formatShortDate } from "~/kit/format";
import type { Tx } from "~/kit/transaction.server";
import { dayName, wallTimeAt } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { queueMail } from "~/features/mail/mutations.server";
import { settleFor } from "~/features/notification/subject.server";
import type { OpenLog } from "../log/append.server";
import { codeOf, type LoggedOrganisation, type OnPaper } from "../log/entries";
import { organisationSentenceFor, sentenceFor } from "../model";
import { release } from "../rules/mutations.server";
import { findLast, heldBy, type Last } from "../sql.server";
import type { PaperAct, Whose } from "./model";

/** Who a page is of, in the community. */
type Found = { last: Last | null; organisation: LoggedOrganisation | null };

async function findWhose(tx: Tx, { memberId, organisationId }: Whose): Promise<Found> {
  if (organisationId !== null) {
    const [organisation] = await tx.execute<LoggedOrganisation>(sql`select id::int, name from organisations where id = ${organisationId}`);
    if (!organisation) throw new DomainError("thing.absent");
    return { last: await findLast(tx, organisationId, true), organisation };
  }
  const [member] = await tx.execute(sql`select 1 from members where id = ${memberId} and state in ('invited', 'active', 'paused') and guest_until is null`);
  if (!member) throw new DomainError("input.invalid", { fields: { de: "Cette personne n’est plus de la communauté." } });
  const own = await tx.execute<LoggedOrganisation>(sql`select o.id::int, o.name from organisations o join memberships s on s.organisation_id = o.id where s.member_id = ${memberId} limit 2`);
  return { last: await findLast(tx, memberId), organisation: own.length === 1 ? (own[0] ?? null) : null };
}

/**
 * What a page says must be possible after what they did last.
 * To be called with the log open.
 * @throws DomainError input.invalid
 */
export async function requireAct(tx: Tx, whose: Whose, { acte, version, date }: { acte: PaperAct; version: number; date: string }): Promise<void> {
  const { last } = await findWhose(tx, whose);
  const held = heldBy(last);
  const refuse = (fields: Record<string, string>): never => {
    throw new DomainError("input.invalid", { fields });
  };
  if (acte === "withdrawal") {
    if (held?.version !== version) refuse({ version: held ? `C’est la version ${held.version} qui est signée.` : "Rien n’est signé\u00a0: il n’y a rien à retirer." });
    return;
  }
  const [campaign] = await tx.execute<{ at: string; number: number }>(sql`select at, campaign as number from charter_log where event = 'campaign-opened' order by number desc limit 1`);
  if (held && held.version >= version && held.campaign >= (campaign?.number ?? 0)) refuse({ de: `La version ${held.version} est déjà signée.` });
  if (held && held.version > version) refuse({ version: `Une version plus récente est déjà signée, la ${held.version}.` });
  const zone = await communityTimeZone();
  // What was signed before the year's campaign does not renew anything.
  if (campaign && date < dayName(wallTimeAt(new Date(campaign.at), zone))) refuse({ date: `La campagne de renouvellement s’est ouverte le ${formatShortDate(new Date(campaign.at), zone)}\u00a0: une page d’avant ne la renouvelle pas.` });
}

type Recorded = { act: PaperAct; version: number; name: string; title: string; whose: Whose };

/** Enters a page in the log, and does what a signature on a screen does. Returns the number of the entry. */
export async function enter(tx: Tx, log: OpenLog, { act, version, name, title, whose }: Recorded, paper: OnPaper): Promise<number> {
  const { last, organisation } = await findWhose(tx, whose);
  const [text] = await tx.select({ sha256: charterVersions.sha256 }).from(charterVersions).where(eq(charterVersions.number, version));
  const of = { version, text_sha256: text?.sha256 ?? "" };
  const signer = { name, title, organisation: organisation?.name ?? null };
  const round = last ? last.round + (act === "signature" && last.event.endsWith("withdrawn") ? 1 : 0) : 0;
  if (whose.organisationId !== null) {
    if (!organisation) throw new DomainError("thing.absent");
    if (act === "withdrawal") await log.append({ event: "organisation-withdrawn", ...of, organisation, person: { name, title }, ...paper }, round);
    else await log.append({ event: "organisation-signed", ...of, campaign: log.campaign, sentence: organisationSentenceFor(signer, version), organisation, person: { name, title }, ...paper }, round);
  } else {
    const person = { id: whose.memberId, name, title };
    if (act === "withdrawal") await log.append({ event: "withdrawn", ...of, person, ...paper }, round);
    else {
      await log.append({ event: "signed", ...of, campaign: log.campaign, sentence: sentenceFor(signer, version), person, ...(organisation ? { organisation } : {}), ...paper }, round);
      await settleFor(tx, whose.memberId, ["signing", "signing-reminder"]);
      await release(tx, whose.memberId);
    }
    tx.announce({ type: "todo.changed", id: whose.memberId });
  }
  const [head] = await tx.execute<{ number: number; hash: string }>(sql`select number::int, hash from charter_log order by number desc limit 1`);
  if (!head) throw new Error("An entry was made and is not there.");
  if (act === "signature") for (const memberId of await whoKeepsReceipt(tx, whose)) await queueMail(tx, { kind: "receipt", memberId, subjectRef: codeOf(head.hash) });
  return head.number;
}

/** The person who signed; for an organisation, those who manage it, if anybody does. */
async function whoKeepsReceipt(tx: Tx, { memberId, organisationId }: Whose): Promise<number[]> {
  if (memberId !== null) return [memberId];
  const managers = await tx.execute<{ id: number }>(sql`
    select m.id::int from organisation_managers g join members m on m.id = g.member_id and m.state = 'active' where g.organisation_id = ${organisationId}`);
  return managers.map(({ id }) => id);
}
