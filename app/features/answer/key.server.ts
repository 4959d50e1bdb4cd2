import { and, eq, isNotNull, lt } from "drizzle-orm";
import { db } from "#db/client.server";
import { answerTokens } from "#db/schema/answer";
import { meetings } from "#db/schema/meeting";
import { members } from "#db/schema/member";
import { after, DAY, now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { newToken, sha256 } from "~/kit/secrets.server";
import { inTransaction, type Tx } from "~/kit/transaction.server";

/** Whoever holds the link of a mail: this person, this meeting, and answering alone. */
export type Letterholder = { memberId: number; meetingId: number };

/** Longer than anybody plans ahead. */
const KEPT = 400 * DAY;

/** Draws the key of one mail's links; only its hash is kept. */
export async function drawToken(tx: Tx, { memberId, meetingId }: Letterholder): Promise<string> {
  const token = newToken();
  await tx.insert(answerTokens).values({ tokenHash: sha256(token), meetingId, memberId, madeAt: now() });
  return token;
}

/** @throws DomainError thing.absent for a key that is not ours, or of someone who left or is on leave */
export async function holderOf(token: string): Promise<Letterholder & { name: string }> {
  const [holder] = await db
    .select({ memberId: answerTokens.memberId, meetingId: answerTokens.meetingId, name: members.name })
    .from(answerTokens)
    .innerJoin(members, and(eq(members.id, answerTokens.memberId), eq(members.state, "active")))
    .innerJoin(meetings, and(eq(meetings.id, answerTokens.meetingId), isNotNull(meetings.openedAt)))
    .where(eq(answerTokens.tokenHash, sha256(token)));
  if (!holder) throw new DomainError("thing.absent");
  return holder;
}

/** Each night: forgets keys of mails from long ago. */
export const forgetOldTokens = (): Promise<unknown> => inTransaction((tx) => tx.delete(answerTokens).where(lt(answerTokens.madeAt, after(now(), -KEPT))));
