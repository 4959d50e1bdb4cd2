import { eq, sql } from "drizzle-orm";
import { datePolls } from "#db/schema/date-poll";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import type { Linkholder } from "./key.server";
import type { SlotChoice } from "./model";
import type { SayingWhen } from "./policy";
import { taking, type Me } from "./sql.server";

type Said = { slotId: number; choice: SlotChoice };

/**
 * Keeps what a person says of slots: the last word counts, and saying the same again changes nothing.
 * @throws DomainError thing.absent, date-poll.closed; date-poll.slot-gone for a slot that was taken back or is past
 */
export const sayWhen = (tx: Tx, { actor, subject }: SayingWhen, said: readonly Said[]): Promise<void> => keep(tx, subject, { memberId: actor.memberId, personId: null }, said);

/** The same for whoever came by a link. */
export const sayWhenByLink = (tx: Tx, { pollId, memberId, personId }: Linkholder, said: readonly Said[]): Promise<void> => keep(tx, pollId, { memberId, personId }, said);

async function keep(tx: Tx, pollId: number, { memberId, personId }: Me, said: readonly Said[]): Promise<void> {
  // The poll's row first: whoever chooses the date waits, or has chosen it.
  const [open] = await tx.execute(sql`update date_polls d set revision = revision + 1 where d.id = ${pollId} and ${taking()} returning 1`);
  if (!open) {
    const [known] = await tx.select({ id: datePolls.id }).from(datePolls).where(eq(datePolls.id, pollId));
    throw new DomainError(known ? "date-poll.closed" : "thing.absent");
  }
  const present = now().toISOString();
  const kept = await tx.execute(sql`
    insert into date_poll_answers (poll_id, slot_id, member_id, person_id, choice, answered_at)
    select s.poll_id, s.id, ${memberId}::bigint, ${personId}::bigint, x.choice, ${present}::timestamptz
    from json_to_recordset(${JSON.stringify(said)}::json) as x("slotId" bigint, choice text)
    join date_poll_slots s on s.id = x."slotId" and s.poll_id = ${pollId} and s.starts_at > ${present}::timestamptz
    on conflict ${memberId === null ? sql`(slot_id, person_id)` : sql`(slot_id, member_id)`} do update set choice = excluded.choice,
      answered_at = case when date_poll_answers.choice = excluded.choice then date_poll_answers.answered_at else excluded.answered_at end
    returning 1`);
  if (kept.length < said.length) throw new DomainError("date-poll.slot-gone");
  tx.announce({ type: "date-poll.moved", id: pollId });
  if (memberId !== null) tx.announce({ type: "todo.changed", id: memberId });
}
