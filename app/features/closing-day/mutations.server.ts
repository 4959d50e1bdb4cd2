import { eq } from "drizzle-orm";
import { closingDays } from "#db/schema/date-poll";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import type { Closing } from "./model";

type Keeping = Proof<"keep-closings", null, MemberActor>;

export async function addClosing(tx: Tx, { actor }: Keeping, closing: Closing & { poleId: number | null }): Promise<void> {
  const [made] = await tx.insert(closingDays).values({ ...closing, createdBy: actor.memberId, createdAt: now() }).returning({ id: closingDays.id });
  await tx.audit({ actor, act: "closing.added", ...(made ? { subjectId: made.id } : {}) });
}

/** Takes one off. What is off already stays off. */
export async function removeClosing(tx: Tx, { actor }: Keeping, id: number): Promise<void> {
  const gone = await tx.delete(closingDays).where(eq(closingDays.id, id)).returning({ id: closingDays.id });
  if (gone.length > 0) await tx.audit({ actor, act: "closing.removed", subjectId: id });
}
