import { and, eq } from "drizzle-orm";
import { turnAbsences } from "#db/schema/duty";
import { now } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import type { Turn } from "../policy";

type Absence = { kind: "absence" | "leave" | "exemption"; from: string; until: string | null };

/** Says when one takes no turns. Turns that are agreed already stay: they can be swapped or given back. */
export async function addAbsence(tx: Tx, { actor: { memberId } }: Turn, { kind, from, until }: Absence): Promise<void> {
  await tx.insert(turnAbsences).values({ memberId, kind, fromDay: from, untilDay: until, notedBy: memberId, notedAt: now() });
}

/** Takes back what one said oneself; an exemption is the committee's to end. */
export async function endAbsence(tx: Tx, { actor: { memberId } }: Turn, id: number): Promise<void> {
  await tx.delete(turnAbsences).where(and(eq(turnAbsences.id, id), eq(turnAbsences.memberId, memberId), eq(turnAbsences.notedBy, memberId)));
}
