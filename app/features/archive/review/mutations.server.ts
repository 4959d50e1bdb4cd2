import { sql } from "drizzle-orm";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import type { Reporting, Reviewing } from "../policy";
import { seenBy } from "../sql.server";

const at = () => sql`${now().toISOString()}::timestamptz`;
const among = (ids: readonly number[]) => sql`id in (select value::bigint from json_array_elements_text(${JSON.stringify(ids)}::json))`;

/** What stands where a text was taken away for good: brought again, it does not come back. */
export const REMOVED = "(texte retiré)";

/** Texts that are in order: search finds them from now on. Twice is once. */
export async function acceptTexts(tx: Tx, { actor }: Reviewing, ids: readonly number[]): Promise<void> {
  const done = await tx.execute(sql`
    update archive_texts set reviewed_at = ${at()}, reviewed_by = ${actor.memberId}, left_out_at = null, left_out_by = null, left_out_reason = null
    where ${among(ids)} and concealed_at is null and body <> ${REMOVED} and (reviewed_at is null or left_out_at is not null) returning 1`);
  if (done.length > 0) await tx.audit({ actor, act: "archive.accepted", details: { texts: done.length } });
}

/** Texts that are not for the community: only their author, who brought them, and the committee still see them. */
export async function leaveOutTexts(tx: Tx, { actor }: Reviewing, ids: readonly number[], reason: string): Promise<void> {
  const done = await tx.execute(sql`
    update archive_texts set left_out_at = ${at()}, left_out_by = ${actor.memberId}, left_out_reason = ${reason} where ${among(ids)} and left_out_at is null returning 1`);
  if (done.length > 0) await tx.audit({ actor, act: "archive.left-out", details: { texts: done.length } });
}

/** Takes a text out of sight at once, until the committee decides. Twice is once. @throws DomainError thing.absent */
export async function concealText(tx: Tx, { actor }: Reporting, id: number): Promise<void> {
  const [text] = await tx.execute(sql`select t.id from archive_texts t where t.id = ${id} and ${seenBy(actor, sql`t`)} for update`);
  if (!text) throw new DomainError("thing.absent");
  const done = await tx.execute(sql`update archive_texts set concealed_at = ${at()}, concealed_by = ${actor.memberId} where id = ${id} and concealed_at is null returning 1`);
  if (done.length > 0) await tx.audit({ actor, act: "archive.concealed", subjectId: id });
}

const TAKEN_AWAY = "Retiré pour protéger une personne.";

/** Puts a reported text back, or takes its words away for good. @throws DomainError state.moved */
export async function settleConcealed(tx: Tx, { actor }: Reviewing, id: number, how: "restored" | "removed"): Promise<void> {
  const taken = sql`, body = ${REMOVED}, left_out_at = coalesce(left_out_at, ${at()}), left_out_by = coalesce(left_out_by, ${actor.memberId}::bigint), left_out_reason = coalesce(left_out_reason, ${TAKEN_AWAY})`;
  const done = await tx.execute(sql`update archive_texts set concealed_at = null, concealed_by = null ${how === "removed" ? taken : sql``} where id = ${id} and concealed_at is not null returning 1`);
  if (done.length === 0) throw new DomainError("state.moved");
  await tx.audit({ actor, act: `archive.${how}`, subjectId: id });
}
