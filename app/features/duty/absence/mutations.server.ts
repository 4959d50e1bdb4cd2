import { and, eq, sql } from "drizzle-orm";
import { turnAbsences } from "#db/schema/duty";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import type { Naming, Turn } from "../policy";

type Absence = { kind: "absence" | "leave" | "exemption"; from: string; until: string | null };

/** Says when one takes no turns. Turns that are agreed already stay: they can be swapped or given back. */
export async function addAbsence(tx: Tx, { actor: { memberId } }: Turn, { kind, from, until }: Absence): Promise<void> {
  await tx.insert(turnAbsences).values({ memberId, kind, fromDay: from, untilDay: until, notedBy: memberId, notedAt: now() });
}

/** Takes back what one said oneself; an exemption is the committee's to end. */
export async function endAbsence(tx: Tx, { actor: { memberId } }: Turn, id: number): Promise<void> {
  await tx.delete(turnAbsences).where(and(eq(turnAbsences.id, id), eq(turnAbsences.memberId, memberId), eq(turnAbsences.notedBy, memberId)));
}

export type Exemption = Absence & { memberId: number; reason: string };

/** The committee notes a leave, or that somebody is not asked, for a time or for good. Why is kept for the committee. @throws DomainError duty.person-gone */
export async function noteExemption(tx: Tx, { actor }: Naming, { memberId, kind, from, until, reason }: Exemption): Promise<void> {
  const [here] = await tx.execute(sql`select 1 from members where id = ${memberId} and state in ('active', 'paused') and guest_until is null for share`);
  if (!here) throw new DomainError("duty.person-gone");
  await tx.insert(turnAbsences).values({ memberId, kind, fromDay: from, untilDay: until, reason, notedBy: actor.memberId, notedAt: now() });
  await tx.audit({ actor, act: "turns.exempted", subjectId: memberId });
}

/** Ends it: from today on the person is asked again, and what was before stays in the history. Ending it twice is ending it once. */
export async function endExemption(tx: Tx, { actor }: Naming, id: number, today: string): Promise<void> {
  const [there] = await tx.select().from(turnAbsences).where(eq(turnAbsences.id, id)).for("update");
  if (!there) return;
  // Nothing is left of what has not begun; what has begun ended yesterday.
  if (there.fromDay >= today) await tx.delete(turnAbsences).where(eq(turnAbsences.id, id));
  else if (there.untilDay === null || there.untilDay >= today) await tx.update(turnAbsences).set({ untilDay: sql`${today}::date - 1` }).where(eq(turnAbsences.id, id));
  await tx.audit({ actor, act: "turns.exemption-ended", subjectId: there.memberId });
}
