import { sql } from "drizzle-orm";
import { now } from "~/kit/clock.server";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { queueMail } from "~/features/mail/mutations.server";
import type { Planning } from "~/features/meeting/policy";
import { dateMail } from "./model";
import { ASKED, missing, taking } from "./sql.server";

/** How long before the end of a poll those who are missing are reminded, and how long after its opening at the soonest. */
const BEFORE_HOURS = 48;
const AFTER_HOURS = 20;

type Missing = { pollId: number; memberId: number };

/** Writes to everyone who is asked. @returns how many */
export async function callAsked(tx: Tx, pollId: number): Promise<number> {
  const asked = await tx.execute<{ id: number }>(sql`select p.id::int from date_polls d join members p on ${ASKED} where d.id = ${pollId} order by p.id`);
  for (const { id } of asked) {
    await queueMail(tx, { kind: "date-poll", memberId: id, subjectRef: dateMail(pollId, "call") });
    tx.announce({ type: "todo.changed", id });
  }
  return asked.length;
}

/** Reminds those who are missing, each once in a poll's life, whoever or whatever asks for it. @returns how many */
export async function remindMissing(tx: Tx, { actor, subject: _ }: Planning, pollId: number): Promise<number> {
  const count = await remind(tx, pollId);
  await tx.audit({ actor, act: "date-poll.reminded", subjectId: pollId, details: { people: count } });
  return count;
}

async function remind(tx: Tx, pollId: number | null): Promise<number> {
  const present = now().toISOString();
  const due = (await tx.execute(sql`
    insert into date_poll_reminders (poll_id, member_id, at)
    select d.id, p.id, ${present}::timestamptz from date_polls d join members p on ${ASKED} and ${missing()}
    where ${taking()} and (d.id = ${pollId}::bigint or ${pollId}::bigint is null
      and d.answer_until <= ${present}::timestamptz + make_interval(hours => ${BEFORE_HOURS}) and d.opened_at <= ${present}::timestamptz - make_interval(hours => ${AFTER_HOURS}))
    on conflict do nothing returning poll_id::int as "pollId", member_id::int as "memberId"`)) as unknown as Missing[];
  for (const { pollId: id, memberId } of due) await queueMail(tx, { kind: "date-poll", memberId, subjectRef: dateMail(id, "reminder") });
  return due.length;
}

/** The job's: every poll that ends soon. */
export const remindOfDates = async (): Promise<void> => void (await inTransaction((tx) => remind(tx, null)));
