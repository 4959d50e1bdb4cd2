import { and, desc, eq, exists, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { idempotencyKeys } from "#db/schema/journal";
import { invitations, members } from "#db/schema/member";
import { pendingWrites, sessions, signInChallenges } from "#db/schema/session";
import type { Actor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { isFormKey, isKeyOf, KEY_FIELD } from "~/kit/form-key.server";
import type { Tx } from "~/kit/transaction.server";
import type { KeptWrite } from "./model";

/** Who may sign in: members, active or paused; guests until their last day; invited people while an invitation is open. */
export function maySignIn() {
  const present = now();
  const openInvitation = db
    .select({ one: sql`1` })
    .from(invitations)
    .where(and(eq(invitations.memberId, members.id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, present)));
  return or(
    and(isNull(members.guestUntil), inArray(members.state, ["active", "paused"])),
    and(eq(members.state, "active"), gt(members.guestUntil, present)),
    and(isNull(members.guestUntil), eq(members.state, "invited"), exists(openInvitation)),
  );
}

/** Finds who an address belongs to, and holds them until the transaction ends, so that two questions are counted one after the other. */
export async function unscopedPersonAt(tx: Tx, email: string): Promise<number | null> {
  const [row] = await tx.select({ id: members.id }).from(members).where(and(eq(members.email, email), maySignIn())).for("no key update");
  return row?.id ?? null;
}

export type OpenQuestion = { computer: "own" | "shared"; returnTo: string };

/** The question that a browser's token belongs to, answered or not. */
export async function unscopedQuestion(requestHash: string): Promise<OpenQuestion | null> {
  const [row] = await db
    .select({ computer: signInChallenges.computer, returnTo: signInChallenges.returnTo })
    .from(signInChallenges)
    .where(eq(signInChallenges.requestHash, requestHash));
  return row ?? null;
}

/** The browsers from which a person is signed in. */
export async function unscopedBrowsersOf(memberId: number): Promise<string[]> {
  return (await db.select({ browser: sessions.browser }).from(sessions).where(eq(sessions.memberId, memberId))).map(({ browser }) => browser);
}

/** Splits a kept row into what was typed and the key it was typed under. */
export function keptFrom(row: { path: string; fields: [string, string][] }): KeptWrite {
  return {
    path: row.path,
    key: row.fields.find(([name]) => name === KEY_FIELD)?.[1] ?? "",
    fields: row.fields.filter(([name]) => name !== KEY_FIELD),
  };
}

export type UnpublishedText = KeptWrite & { requestHash: string; returnTo: string };

/**
 * One's own text that did not go through after signing in again, the latest. A text
 * prepared by someone else is never found, nor one that was published since.
 */
export async function findUnpublishedText(actor: Actor): Promise<UnpublishedText | null> {
  const rows = await db
    .select({ requestHash: pendingWrites.requestHash, path: pendingWrites.path, fields: pendingWrites.fields, returnTo: signInChallenges.returnTo })
    .from(pendingWrites)
    .innerJoin(signInChallenges, eq(signInChallenges.requestHash, pendingWrites.requestHash))
    .where(and(eq(signInChallenges.memberId, actor.memberId), isNotNull(signInChallenges.usedAt)))
    .orderBy(desc(pendingWrites.createdAt))
    .limit(5);
  const own = rows.map((row) => ({ ...keptFrom(row), requestHash: row.requestHash, returnTo: row.returnTo })).filter(({ key }) => isFormKey(key) && isKeyOf(actor, key));
  if (own.length === 0) return null;
  const published = await db
    .select({ key: idempotencyKeys.key })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.memberId, actor.memberId), inArray(idempotencyKeys.key, own.map(({ key }) => key))));
  return own.find(({ key }) => !published.some((done) => done.key === key)) ?? null;
}
