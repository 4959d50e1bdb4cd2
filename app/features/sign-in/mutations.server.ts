import { randomBytes } from "node:crypto";
import { and, eq, exists, gt, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { members } from "#db/schema/member";
import { pendingWrites, signInChallenges } from "#db/schema/session";
import { after, DAY, HOUR, MINUTE, now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { KEY_FIELD } from "~/kit/form-key.server";
import { hashCode, newToken, sameText, sha256 } from "~/kit/secrets.server";
import type { Computer } from "~/kit/session.server";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { queueMail } from "~/features/mail/mutations.server";
import { CODE_ALPHABET, CODE_LENGTH, CODES_PER_DAY, CODES_PER_HOUR, MOST_TRIES, normaliseCode, type KeptWrite } from "./model";
import { maySignIn, unscopedPersonAt } from "./queries.server";
import { REQUEST_LIVES } from "./request-cookie.server";

/** How long a code lives, from the moment its mail is handed over (docs/decisions/0006-codes.md). */
export const CODE_LIVES = 15 * MINUTE;

export type Question = { email: string; computer: Computer; returnTo: string; kept: KeptWrite | null; earlierToken: string | null };

/**
 * Opens a challenge for the browser that asks, whether the address is known or not,
 * and returns the browser's token. A mail leaves only for someone who may sign in
 * and has codes left; the earlier challenge of this browser is worth nothing more,
 * and the text that waited on it waits on this one.
 */
export async function askForCode({ email, computer, returnTo, kept, earlierToken }: Question): Promise<string> {
  const token = newToken();
  const requestHash = sha256(token);
  const present = now();
  await inTransaction(async (tx) => {
    const person = await unscopedPersonAt(tx, email);
    // Counted for nobody too: the work is the same as far as it can be.
    const memberId = (await hasCodesLeft(tx, person ?? 0, present)) ? person : null;
    await tx.insert(signInChallenges).values({ requestHash, memberId, computer, returnTo, createdAt: present, expiresAt: after(present, REQUEST_LIVES) });
    const voided = earlierToken !== null && (await voidChallenge(tx, sha256(earlierToken), present));
    if (kept) await keepWrite(tx, requestHash, kept, present);
    else if (voided) await tx.update(pendingWrites).set({ requestHash }).where(eq(pendingWrites.requestHash, sha256(earlierToken)));
    if (memberId !== null) await queueMail(tx, { kind: "sign-in-code", memberId, subjectRef: requestHash });
  });
  return token;
}

// A question beyond the limit gets a row without a member, so that someone else's insistence does not prolong it.
async function hasCodesLeft(tx: Tx, memberId: number, present: Date): Promise<boolean> {
  const hourAgo = after(present, -HOUR).toISOString();
  const [asked] = await tx
    .select({ day: sql<number>`count(*)::int`, hour: sql<number>`(count(*) filter (where ${signInChallenges.createdAt} > ${hourAgo}))::int` })
    .from(signInChallenges)
    .where(and(eq(signInChallenges.memberId, memberId), gt(signInChallenges.createdAt, after(present, -DAY))));
  return asked !== undefined && asked.day < CODES_PER_DAY && asked.hour < CODES_PER_HOUR;
}

async function voidChallenge(tx: Tx, requestHash: string, present: Date): Promise<boolean> {
  const voided = await tx
    .update(signInChallenges)
    .set({ usedAt: present })
    .where(and(eq(signInChallenges.requestHash, requestHash), isNull(signInChallenges.usedAt)))
    .returning({ requestHash: signInChallenges.requestHash });
  return voided.length > 0;
}

async function keepWrite(tx: Tx, requestHash: string, { path, key, fields }: KeptWrite, createdAt: Date): Promise<void> {
  const all: [string, string][] = [...fields.map(([name, value]): [string, string] => [name, value]), [KEY_FIELD, key]];
  await tx.insert(pendingWrites).values({ requestHash, path, fields: all, createdAt });
}

/** A new code, each of its characters drawn evenly. */
export const newCode = (): string => Array.from(randomBytes(CODE_LENGTH), (byte) => CODE_ALPHABET[byte & 31]).join("");

/**
 * Draws the code of a challenge at the moment its mail is handed over; only its
 * salted hash is kept. Null when the challenge was replaced, answered, or asked so
 * long ago that its browser has forgotten it.
 */
export async function drawCode(tx: Tx, requestHash: string): Promise<string | null> {
  const code = newCode();
  const codeSalt = randomBytes(16).toString("hex");
  const codeHash = await hashCode(code, codeSalt);
  const present = now();
  const [drawn] = await tx
    .update(signInChallenges)
    .set({ codeSalt, codeHash, expiresAt: after(present, CODE_LIVES) })
    .where(and(eq(signInChallenges.requestHash, requestHash), isNull(signInChallenges.usedAt), gt(signInChallenges.createdAt, after(present, -REQUEST_LIVES))))
    .returning({ requestHash: signInChallenges.requestHash });
  return drawn ? code : null;
}

// The same work is done where there is nothing to compare with.
const NO_CHALLENGE = "00000000000000000000000000000000";

export type Answered = { requestHash: string; memberId: number; computer: Computer; returnTo: string };

/**
 * Checks a code against the challenge of the browser that types it. The try is
 * counted before anything is compared, so that parallel tries cannot exceed five
 * (what cannot be a code counts for none); whatever is wrong, the message and the
 * work are the same.
 * @throws DomainError code.wrong
 */
export async function answerWithCode(token: string | null, typed: string): Promise<Answered> {
  const code = normaliseCode(typed);
  if (!code) {
    await hashCode(typed, NO_CHALLENGE);
    throw new DomainError("code.wrong");
  }
  const requestHash = sha256(token ?? "");
  const open = and(eq(signInChallenges.requestHash, requestHash), isNull(signInChallenges.usedAt), isNotNull(signInChallenges.memberId), gt(signInChallenges.expiresAt, now()));
  const [tried] = await inTransaction((tx) =>
    tx
      .update(signInChallenges)
      .set({ attempts: sql`${signInChallenges.attempts} + 1` })
      .where(and(open, lt(signInChallenges.attempts, MOST_TRIES), isNotNull(signInChallenges.codeHash)))
      .returning({ salt: signInChallenges.codeSalt, hash: signInChallenges.codeHash }),
  );
  const found = await hashCode(code, tried?.salt ?? NO_CHALLENGE);
  if (!tried?.hash || !sameText(found, tried.hash)) throw new DomainError("code.wrong");
  const stillWelcome = (tx: Tx) => exists(tx.select({ one: sql`1` }).from(members).where(and(eq(members.id, signInChallenges.memberId), maySignIn())));
  const [answered] = await inTransaction((tx) =>
    tx
      .update(signInChallenges)
      .set({ usedAt: now() })
      .where(and(open, stillWelcome(tx)))
      .returning({ requestHash: signInChallenges.requestHash, memberId: signInChallenges.memberId, computer: signInChallenges.computer, returnTo: signInChallenges.returnTo }),
  );
  if (!answered || answered.memberId === null) throw new DomainError("code.wrong");
  return { ...answered, memberId: answered.memberId };
}

/** Takes back the text that waits on a challenge, once it is published or belongs to someone else. */
export async function dropKept(requestHash: string): Promise<void> {
  await inTransaction((tx) => tx.delete(pendingWrites).where(eq(pendingWrites.requestHash, requestHash)));
}

/** Each night: forgets the questions of two days ago and the texts of a day ago. */
export async function forgetOldQuestions(): Promise<void> {
  const present = now();
  await inTransaction(async (tx) => {
    await tx.delete(pendingWrites).where(lt(pendingWrites.createdAt, after(present, -DAY)));
    await tx.delete(signInChallenges).where(lt(signInChallenges.createdAt, after(present, -2 * DAY)));
  });
}
