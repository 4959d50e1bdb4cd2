import { and, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { mailChoices, mailTimes, notifications } from "#db/schema/notification";
import { messages } from "#db/schema/thread";
import type { ParticipantActor } from "~/kit/actor";
import { after, DAY, now } from "~/kit/clock.server";
import type { Proof } from "~/kit/proof";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import type { MailTimes, Rhythms } from "./model";

/** How long what was read stays listed, and how long anything does. */
const READ_KEPT = 90 * DAY;
const KEPT = 365 * DAY;

export type WhatWasRead = { threadId: number | null; positions: readonly number[]; place: string | null };

/** Marks as read what a person was told of: everything, what is found on one page, all of one thread, or some of its messages. */
export async function markRead(tx: Tx, { actor: { memberId } }: Proof<"notification.read", null, ParticipantActor>, { threadId, positions, place }: WhatWasRead): Promise<void> {
  const seen = tx.select({ id: messages.id }).from(messages).where(and(eq(messages.threadId, threadId ?? 0), inArray(messages.position, [...positions])));
  const read = await tx
    .update(notifications)
    .set({ readAt: now() })
    .where(
      and(
        eq(notifications.memberId, memberId),
        isNull(notifications.readAt),
        threadId === null ? undefined : eq(notifications.threadId, threadId),
        place === null ? undefined : eq(notifications.place, place),
        threadId === null || positions.length === 0 ? undefined : inArray(notifications.messageId, seen),
      ),
    )
    .returning({ id: notifications.id });
  if (read.length > 0) tx.announce({ type: "told.changed", id: memberId });
}

/** Keeps how often and when a person wants mails. Saying the same again does not put today's summary off. */
export async function chooseMails(tx: Tx, { actor: { memberId } }: Proof<"notification.choose-mails", null, ParticipantActor>, rhythms: Rhythms, times: MailTimes): Promise<void> {
  await setRhythms(tx, memberId, rhythms);
  await setTimes(tx, memberId, times);
}

/** The same for who holds the key of a mail, which stands for a proof of theirs. */
export async function chooseFewer(tx: Tx, { memberId }: { memberId: number }, rhythms: Partial<Rhythms>, times?: MailTimes): Promise<void> {
  await setRhythms(tx, memberId, rhythms);
  if (times) await setTimes(tx, memberId, times);
}

async function setRhythms(tx: Tx, memberId: number, rhythms: Partial<Rhythms>): Promise<void> {
  const rows = (Object.entries(rhythms) as [keyof Rhythms, Rhythms[keyof Rhythms]][]).map(([kind, rhythm]) => ({ memberId, kind, rhythm, chosenAt: now() }));
  if (rows.length === 0) return;
  await tx.insert(mailChoices).values(rows).onConflictDoUpdate({
    target: [mailChoices.memberId, mailChoices.kind],
    set: { rhythm: sql`excluded.rhythm`, chosenAt: sql`excluded.chosen_at` },
  });
}

async function setTimes(tx: Tx, memberId: number, times: MailTimes): Promise<void> {
  const row = { ...times, summaryDays: [...times.summaryDays], daysOff: [...times.daysOff], memberId, chosenAt: now() };
  const sameSummary = sql`(${mailTimes.summaryDays}, ${mailTimes.summaryMinute}) is not distinct from (excluded.summary_days, excluded.summary_minute)`;
  await tx.insert(mailTimes).values(row).onConflictDoUpdate({
    target: mailTimes.memberId,
    set: {
      summaryDays: sql`excluded.summary_days`,
      summaryMinute: sql`excluded.summary_minute`,
      quietFrom: sql`excluded.quiet_from`,
      quietUntil: sql`excluded.quiet_until`,
      daysOff: sql`excluded.days_off`,
      chosenAt: sql`case when ${sameSummary} then ${mailTimes.chosenAt} else excluded.chosen_at end`,
    },
  });
}

/** Each night: forgets what was read long ago, and whatever is a year old. */
export async function forgetOldNotifications(): Promise<void> {
  const present = now();
  await inTransaction((tx) =>
    tx.delete(notifications).where(or(and(isNotNull(notifications.readAt), lt(notifications.readAt, after(present, -READ_KEPT))), lt(notifications.at, after(present, -KEPT)))),
  );
}
