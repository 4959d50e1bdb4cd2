import { sql } from "drizzle-orm";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import type { Leading } from "../policy";

/** Names a member to the drafting group. Twice is once. @throws DomainError input.invalid for who is no active member */
export async function nameDrafter(tx: Tx, { actor }: Leading, memberId: number): Promise<void> {
  const [member] = await tx.execute(sql`select 1 from members where id = ${memberId} and state = 'active' and guest_until is null`);
  if (!member) throw new DomainError("input.invalid", { fields: { membre: "Choisissez une personne membre." } });
  await tx.execute(sql`insert into charter_drafters (member_id, named_by, named_at) values (${memberId}, ${actor.memberId}, ${now().toISOString()}::timestamptz) on conflict do nothing`);
  await tx.audit({ actor, act: "charter.drafter-named", subjectId: memberId });
}

/** Takes someone out of the drafting group; what they wrote stays. */
export async function releaseDrafter(tx: Tx, { actor }: Leading, memberId: number): Promise<void> {
  await tx.execute(sql`delete from charter_drafters where member_id = ${memberId}`);
  await tx.audit({ actor, act: "charter.drafter-released", subjectId: memberId });
}
