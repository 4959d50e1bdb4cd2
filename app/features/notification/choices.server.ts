import { eq } from "drizzle-orm";
import { db } from "#db/client.server";
import { mailChoices, mailTimes } from "#db/schema/notification";
import type { ParticipantActor } from "~/kit/actor";
import type { Tx } from "~/kit/transaction.server";
import { MAILED, MAILED_KINDS, USUAL_TIMES, type MailTimes, type Rhythms } from "./model";

/** A row of mail_times as a statement of ours reads it, all null where there is none. */
export type KeptTimes = { summary_days: number[] | null; summary_minute: number | null; quiet_from: number | null; quiet_until: number | null; days_off: number[] | null };

export const timesOf = ({ summary_days, summary_minute, quiet_from, quiet_until, days_off }: KeptTimes): MailTimes =>
  summary_days === null || summary_minute === null
    ? USUAL_TIMES
    : { summaryDays: summary_days, summaryMinute: summary_minute, quietFrom: quiet_from, quietUntil: quiet_until, daysOff: days_off ?? [] };

/** What a person has chosen about mails, with what is usual where they chose nothing. */
export async function choicesOf(reader: Pick<Tx, "select">, memberId: number): Promise<{ rhythms: Rhythms; times: MailTimes }> {
  const chosen = await reader.select({ kind: mailChoices.kind, rhythm: mailChoices.rhythm }).from(mailChoices).where(eq(mailChoices.memberId, memberId));
  const [times] = await reader.select().from(mailTimes).where(eq(mailTimes.memberId, memberId));
  const usual = Object.fromEntries(MAILED_KINDS.map((kind) => [kind, MAILED[kind].usual])) as Rhythms;
  return { rhythms: { ...usual, ...Object.fromEntries(chosen.map(({ kind, rhythm }) => [kind, rhythm])) }, times: times ?? USUAL_TIMES };
}

/** The same for the page where they are changed. */
export const findChoices = ({ memberId }: ParticipantActor) => choicesOf(db, memberId);
