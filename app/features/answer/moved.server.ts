import { sql } from "drizzle-orm";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { queueMail } from "~/features/mail/mutations.server";
import { seatMail } from "./mail/model";
import { lapseHeld, lockSittings, offerFreed, reckonSeats } from "./seats.server";

/** What jobs do about answers when the world has moved: each may come late, twice or not at all. */

/** A meeting changed: seats are reckoned again, and those who answered are told what they do not know yet. */
export async function meetingChanged({ meetingId }: { meetingId: number }): Promise<void> {
  await inTransaction(async (tx) => {
    const sittings = await lockedOrNone(tx, meetingId);
    await reckonSeats(tx, sittings);
    const told = (await tx.execute(sql`
      update meeting_answers a set told_sequence = s.sequence from sittings s
      where s.id = a.sitting_id and s.meeting_id = ${meetingId} and a.told_sequence < s.sequence and s.held_at is null
        and s.starts_at + make_interval(mins => s.duration_minutes) > ${now().toISOString()}::timestamptz
      returning a.member_id::int as "memberId", s.id::int as "sittingId"`)) as unknown as { memberId: number; sittingId: number }[];
    for (const { memberId, sittingId } of told) await queueMail(tx, { kind: "meeting-seat", memberId, subjectRef: seatMail(sittingId, "moved") });
    if (sittings.length > 0) tx.announce({ type: "meeting.moved", id: meetingId });
  });
}

/** A draft has no answers, and a meeting that is gone has none either. */
async function lockedOrNone(tx: Tx, meetingId: number) {
  try {
    return await lockSittings(tx, meetingId);
  } catch (error) {
    if (error instanceof DomainError && error.code === "thing.absent") return [];
    throw error;
  }
}

export const lapseSeats = ({ meetingId }: { meetingId: number }): Promise<void> => inTransaction((tx) => lapseHeld(tx, meetingId));

/** Passes on what was held too long although its job was lost, and frees the seats of those who left the community. */
export async function sweepSeats(): Promise<void> {
  const present = now().toISOString();
  const overdue = await inTransaction((tx) => tx.execute<{ id: number }>(sql`select distinct meeting_id::int as id from meeting_answers where held_until <= ${present}::timestamptz`));
  for (const { id } of overdue) await lapseSeats({ meetingId: id });
  const left = await inTransaction((tx) =>
    tx.execute<{ id: number }>(sql`
      select distinct a.meeting_id::int as id from meeting_answers a join members p on p.id = a.member_id and p.state in ('left', 'removed')
      join sittings s on s.id = a.sitting_id and s.starts_at > ${present}::timestamptz`),
  );
  for (const { id } of left) await freeSeatsOfGone(id);
}

async function freeSeatsOfGone(meetingId: number): Promise<void> {
  await inTransaction(async (tx) => {
    const sittings = await lockedOrNone(tx, meetingId);
    await tx.execute(sql`
      delete from meeting_answers a using members p, sittings s
      where a.meeting_id = ${meetingId} and p.id = a.member_id and p.state in ('left', 'removed') and s.id = a.sitting_id and s.starts_at > ${now().toISOString()}::timestamptz`);
    for (const sitting of sittings) await offerFreed(tx, sitting);
    tx.announce({ type: "meeting.moved", id: meetingId });
  });
}
