import { and, eq, gt, isNull, or } from "drizzle-orm";
import { signingReminders } from "#db/schema/signing";
import { after, DAY, now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { openLog } from "../log/append.server";
import type { FollowingUp } from "../policy";
import { findAsked } from "../sql.server";

/** Whom the committee reminded is left in peace for so long. */
const QUIET_DAYS = 3;

/**
 * Has those reminded who have not signed, everywhere or in one organisation; a job tells them.
 * @throws DomainError state.moved before a version is in force, signing.reminded when it was done lately
 */
export async function remindMissing(tx: Tx, { actor }: FollowingUp, organisationId: number | null): Promise<void> {
  await openLog(tx);
  const asked = await findAsked(tx);
  if (!asked) throw new DomainError("state.moved");
  const at = now();
  const everywhere = isNull(signingReminders.organisationId);
  const [lately] = await tx
    .select({ id: signingReminders.id })
    .from(signingReminders)
    .where(and(eq(signingReminders.version, asked.version), eq(signingReminders.campaign, asked.campaign), gt(signingReminders.askedAt, after(at, -QUIET_DAYS * DAY)), organisationId === null ? undefined : or(everywhere, eq(signingReminders.organisationId, organisationId))))
    .limit(1);
  if (lately) throw new DomainError("signing.reminded");
  const [made] = await tx.insert(signingReminders).values({ version: asked.version, campaign: asked.campaign, organisationId, askedBy: actor.memberId, askedAt: at }).returning({ id: signingReminders.id });
  if (!made) throw new Error("nothing was written");
  await tx.enqueue("signing.tell", { cause: "reminder", id: made.id, by: actor.memberId });
}
