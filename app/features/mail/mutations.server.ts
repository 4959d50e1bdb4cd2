import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { outboxMails } from "#db/schema/mail";
import { members } from "#db/schema/member";
import { after, DAY, now } from "~/kit/clock.server";
import { log } from "~/kit/log.server";
import { reasonOf, UnsafeHeader, type Mailer } from "~/kit/mail.server";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { unscopedCommunity } from "~/features/community/queries.server";
import { compose, KEPT_DAYS, type Letter, type MailKind } from "./model";

/** How long a mail may wait. */
const WAITS_AT_MOST = 2 * DAY;

export type QueuedMail = { kind: MailKind; memberId: number; subjectRef: string };

/**
 * Writes a mail in the transaction that causes it; the worker makes its text and
 * hands it over after the commit. `subjectRef` names the row that it is about.
 */
export async function queueMail(tx: Tx, mail: QueuedMail): Promise<void> {
  const [row] = await tx.insert(outboxMails).values(mail).returning({ id: outboxMails.id });
  if (!row) throw new Error("The outbox took no mail.");
  await tx.enqueue("mail.send", { mailId: row.id });
  tx.announce({ type: "mail.queued", id: 0 });
}

export type Addressee = { memberId: number; name: string; email: string };

/** A letter, and what is to be noted in the transaction that notes that it was sent. */
export type Made = Letter & { sent?: (tx: Tx) => Promise<void> };

/** It may not be handed over before this: the person has asked for quiet. */
export type Held = { heldUntil: Date };

/**
 * Makes the letter of one kind at the moment it is handed over, secrets included,
 * again at each attempt. Null when there is no reason to send it any more.
 */
export type LetterMaker = (tx: Tx, to: Addressee, subjectRef: string) => Promise<Made | Held | null>;

export type PostOffice = { mailer: Mailer; makers: Record<MailKind, LetterMaker> };

/**
 * Hands one mail over. Throws while another attempt is worth making, so that the
 * queue tries again later; after the last one the mail is parked.
 */
export async function sendMail({ mailer, makers }: PostOffice, mailId: string, { last }: { last: boolean }): Promise<void> {
  const made = await inTransaction((tx) => makeMail(tx, makers, mailId));
  if (!made) return;
  const { attempt, to, letter, community } = made;
  try {
    await mailer.send({ id: mailId, attempt, to: { name: to.name, address: to.email }, ...compose(letter, community) });
  } catch (error) {
    const reason = reasonOf(error);
    const giveUp = last || error instanceof UnsafeHeader;
    log.warn({ mail: mailId, attempt, reason, giveUp }, "mail not handed over");
    await inTransaction((tx) => endMail(tx, mailId, giveUp ? { lastError: reason, parkedAt: now() } : { lastError: reason }));
    if (giveUp) return;
    throw new Error(`mail.send: ${reason}`);
  }
  await inTransaction(async (tx) => {
    await letter.sent?.(tx);
    await endMail(tx, mailId, { sentAt: now(), lastError: null });
  });
}

type Addressed = { attempt: number; to: Addressee; letter: Made; community: string };

async function makeMail(tx: Tx, makers: PostOffice["makers"], mailId: string): Promise<Addressed | null> {
  const [row] = await tx
    .update(outboxMails)
    .set({ attempts: sql`${outboxMails.attempts} + 1` })
    .from(members)
    .where(and(eq(outboxMails.id, mailId), isNull(outboxMails.sentAt), isNull(outboxMails.parkedAt), eq(members.id, outboxMails.memberId)))
    .returning({ kind: outboxMails.kind, subjectRef: outboxMails.subjectRef, attempt: outboxMails.attempts, memberId: members.id, name: members.name, email: members.email, state: members.state });
  if (!row) return null;
  const { kind, subjectRef, attempt, state, ...to } = row;
  const gone = state === "left" || state === "removed";
  const letter = gone ? null : await makers[kind as MailKind](tx, to, subjectRef);
  if (!letter) {
    await endMail(tx, mailId, { parkedAt: now(), lastError: gone ? "member gone" : "no longer needed" });
    return null;
  }
  if ("heldUntil" in letter) {
    await tx.update(outboxMails).set({ dueAt: letter.heldUntil, attempts: attempt - 1 }).where(eq(outboxMails.id, mailId));
    await tx.enqueue("mail.send", { mailId }, letter.heldUntil);
    return null;
  }
  const community = await unscopedCommunity();
  return { attempt, to, letter, community: community?.name ?? "Le Fil" };
}

async function endMail(tx: Tx, mailId: string, end: Partial<typeof outboxMails.$inferInsert>): Promise<void> {
  await tx.update(outboxMails).set(end).where(and(eq(outboxMails.id, mailId), isNull(outboxMails.sentAt), isNull(outboxMails.parkedAt)));
}

/** Each night: forgets mails sent or given up long ago, and parks those whose job was lost. */
export async function tidyOutbox(): Promise<void> {
  const present = now();
  await inTransaction(async (tx) => {
    const long = after(present, -KEPT_DAYS * DAY);
    await tx.delete(outboxMails).where(or(lt(outboxMails.sentAt, long), lt(outboxMails.parkedAt, long)));
    await tx
      .update(outboxMails)
      .set({ parkedAt: present, lastError: "waited too long" })
      .where(and(isNull(outboxMails.sentAt), isNull(outboxMails.parkedAt), lt(outboxMails.dueAt, after(present, -WAITS_AT_MOST))));
  });
}
