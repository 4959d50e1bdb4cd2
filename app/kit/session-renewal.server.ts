import { randomUUID } from "node:crypto";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "#db/client.server";
import { sessions } from "#db/schema/session";
import { MINUTE, now } from "./clock.server";
import { newToken, sha256 } from "./secrets.server";

/** How long a replaced token still opens the door: for requests under way when the new one left, and for an answer that was lost. */
export const REPLACED_LIVES = 2 * MINUTE;

type Replaceable = Omit<typeof sessions.$inferInsert, "id" | "memberId"> & { userId: number };

/**
 * Gives a session a token of its own after a new right (ASVS 7.2.4). The device keeps its name.
 * Returns nothing where another request of the same browser was first.
 */
export async function replaceToken(id: string, { userId, publicId, computer, browser, createdAt, lastSeenAt, expiresAt }: Replaceable): Promise<string | null> {
  const token = newToken();
  return db.transaction(async (tx) => {
    const first = await tx
      .update(sessions)
      .set({ renewalDue: false, replacedAt: now(), publicId: randomUUID() })
      .where(and(eq(sessions.id, id), eq(sessions.renewalDue, true)))
      .returning({ id: sessions.id });
    if (first.length === 0) return null;
    await tx.insert(sessions).values({ id: sha256(token), memberId: userId, publicId, computer, browser, createdAt, lastSeenAt, expiresAt });
    return token;
  });
}

/** Has every browser of a person take a new token with its next page: a right was granted. */
export const renewTokensOf = async (tx: Pick<typeof db, "update">, memberId: number): Promise<void> => {
  await tx.update(sessions).set({ renewalDue: true }).where(and(eq(sessions.memberId, memberId), isNull(sessions.replacedAt)));
};

/** Takes the two minutes from the replaced tokens of a person who leaves a browser. */
export const forgetReplaced = async (memberId: number): Promise<void> => {
  await db.delete(sessions).where(and(eq(sessions.memberId, memberId), isNotNull(sessions.replacedAt)));
};
