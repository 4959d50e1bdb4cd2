import { and, eq, gt, isNotNull, isNull, ne, notInArray, sql, type SQL } from "drizzle-orm";
import { outboxMails } from "#db/schema/mail";
import { after, DAY, now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import { KEPT_DAYS } from "~/features/mail/model";
import { NEVER_RESENT, NO_FAILURE } from "./model";

/**
 * Tries a parked mail again. One that is under way already is as wished.
 * @throws DomainError thing.absent for an unknown one, and for a code: its person asks for another
 */
export async function resendMail(tx: Tx, proof: Proof<"resend-mails">, mailId: string): Promise<void> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(mailId)) throw new DomainError("thing.absent");
  if ((await unpark(tx, proof, eq(outboxMails.id, mailId))) > 0) return;
  const [known] = await tx.select({ id: outboxMails.id }).from(outboxMails).where(and(eq(outboxMails.id, mailId), isNull(outboxMails.parkedAt)));
  if (!known) throw new DomainError("thing.absent");
}

/** Tries every parked mail again: the relay is back. */
export async function resendMails(tx: Tx, proof: Proof<"resend-mails">): Promise<void> {
  await unpark(tx, proof, gt(outboxMails.parkedAt, after(now(), -KEPT_DAYS * DAY)));
}

async function unpark(tx: Tx, { actor }: Proof<"resend-mails">, which: SQL): Promise<number> {
  const again = await tx
    .update(outboxMails)
    // It has been tried, or was given up: as a first attempt it could stand beside a newer one of the same kind.
    .set({ parkedAt: null, lastError: null, dueAt: now(), attempts: sql`greatest(${outboxMails.attempts}, 1)` })
    .where(and(which, isNotNull(outboxMails.parkedAt), ne(outboxMails.kind, NEVER_RESENT), notInArray(sql`coalesce(${outboxMails.lastError}, '')`, [...NO_FAILURE])))
    .returning({ id: outboxMails.id, memberId: outboxMails.memberId });
  for (const { id, memberId } of again) {
    await tx.audit({ actor, act: "mail.resent", subjectId: memberId });
    await tx.enqueue("mail.send", { mailId: id });
  }
  if (again.length > 0) tx.announce({ type: "mail.queued", id: 0 });
  return again.length;
}
