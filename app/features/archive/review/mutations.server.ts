import { sql } from "drizzle-orm";
import { now } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import type { Reviewing } from "../policy";

const at = () => sql`${now().toISOString()}::timestamptz`;
const among = (ids: readonly number[]) => sql`id in (select value::bigint from json_array_elements_text(${JSON.stringify(ids)}::json))`;

/** Texts that are in order: search finds them from now on. Twice is once. */
export async function acceptTexts(tx: Tx, { actor }: Reviewing, ids: readonly number[]): Promise<void> {
  const done = await tx.execute(sql`
    update archive_texts set reviewed_at = ${at()}, reviewed_by = ${actor.memberId}, left_out_at = null, left_out_by = null, left_out_reason = null
    where ${among(ids)} and (reviewed_at is null or left_out_at is not null) returning 1`);
  if (done.length > 0) await tx.audit({ actor, act: "archive.accepted", details: { texts: done.length } });
}

/** Texts that are not for the community: only their author, who brought them, and the committee still see them. */
export async function leaveOutTexts(tx: Tx, { actor }: Reviewing, ids: readonly number[], reason: string): Promise<void> {
  const done = await tx.execute(sql`
    update archive_texts set left_out_at = ${at()}, left_out_by = ${actor.memberId}, left_out_reason = ${reason} where ${among(ids)} and left_out_at is null returning 1`);
  if (done.length > 0) await tx.audit({ actor, act: "archive.left-out", details: { texts: done.length } });
}
