import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { calendarFeeds } from "#db/schema/answer";
import { now } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import type { KeepingFeed } from "./policy";

/** Makes a new address for one's calendar; an earlier one opens nothing any more. */
export async function renewFeed(tx: Tx, { actor }: KeepingFeed): Promise<void> {
  const values = { nonce: randomUUID(), madeAt: now() };
  await tx.insert(calendarFeeds).values({ memberId: actor.memberId, ...values }).onConflictDoUpdate({ target: calendarFeeds.memberId, set: values });
  await tx.audit({ actor, act: "calendar.renewed", subjectId: actor.memberId });
}

export async function endFeed(tx: Tx, { actor }: KeepingFeed): Promise<void> {
  const gone = await tx.delete(calendarFeeds).where(eq(calendarFeeds.memberId, actor.memberId)).returning({ memberId: calendarFeeds.memberId });
  if (gone.length > 0) await tx.audit({ actor, act: "calendar.ended", subjectId: actor.memberId });
}
