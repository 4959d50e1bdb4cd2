import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { meetingAnswers } from "#db/schema/answer";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { queueMail } from "~/features/mail/mutations.server";
import { heldUntil, takesChanges } from "./model";
import { seatMail } from "./mail/model";

/**
 * Seats and the list that waits for them. Everything here works under the locks of
 * `lockSittings`; the database holds the capacity besides (migrations: hold_seats).
 */

export type LockedSitting = { id: number; meetingId: number; capacity: number | null; startsAt: Date; deadline: Date | null; planned: boolean; sequence: number };

/**
 * Locks the sittings of an open meeting, always in the same order: one answer to a
 * meeting after the other. The meeting comes first, as whoever plans it does.
 * @throws DomainError thing.absent
 */
export async function lockSittings(tx: Tx, meetingId: number): Promise<LockedSitting[]> {
  const rows = (await tx.execute(sql`
    select s.id::int, s.meeting_id::int as "meetingId", s.capacity, s.starts_at as "startsAt", s.answer_deadline as deadline, s.sequence,
      num_nonnulls(s.held_at, s.postponed_at, s.cancelled_at) = 0 as planned
    from meetings m join sittings s on s.meeting_id = m.id
    where m.id = ${meetingId} and m.opened_at is not null order by s.id for key share of m for no key update of s`)) as unknown as (Omit<LockedSitting, "startsAt" | "deadline"> & { startsAt: string; deadline: string | null })[];
  if (rows.length === 0) throw new DomainError("thing.absent");
  return rows.map((row) => ({ ...row, startsAt: new Date(row.startsAt), deadline: row.deadline === null ? null : new Date(row.deadline) }));
}

/** Seats that are taken, or held for someone, by members and by who comes without an account. */
export async function countTaken(tx: Tx, sittingId: number): Promise<number> {
  const [row] = await tx.execute<{ taken: number }>(sql`select seats_taken(${sittingId}) as taken`);
  return row?.taken ?? 0;
}

/** How many come without being members: nobody puts them back in a list. */
export async function countGuests(tx: Tx, sittingId: number): Promise<number> {
  const [row] = await tx.execute<{ guests: number }>(sql`select count(*)::int as guests from sitting_guests where sitting_id = ${sittingId}`);
  return row?.guests ?? 0;
}

/** Whether this person takes no seat there: a speaker. */
export async function takesNoSeat(tx: Tx, { meetingId, id }: LockedSitting, memberId: number): Promise<boolean> {
  const [row] = await tx.execute<{ exempt: boolean }>(sql`select takes_no_seat(${meetingId}, ${id}, ${memberId}) as exempt`);
  return row?.exempt === true;
}

const inList = (sittingId: number) => and(eq(meetingAnswers.sittingId, sittingId), eq(meetingAnswers.state, "waiting"));

/**
 * Holds each free seat for the next of the list, once: whoever was passed over waits for
 * a seat that nobody else wants. Where there is no limit any more, all of them come.
 */
export async function offerFreed(tx: Tx, sitting: LockedSitting): Promise<void> {
  const present = now();
  const { id, capacity, startsAt } = sitting;
  if (!takesChanges(sitting, present)) return;
  if (capacity === null) {
    const seated = await tx.update(meetingAnswers).set({ state: "coming", queue: null, passedAt: null }).where(inList(id)).returning({ memberId: meetingAnswers.memberId });
    for (const { memberId } of seated) await tell(tx, memberId, id, "seat");
    return;
  }
  const free = capacity - (await countTaken(tx, id));
  if (free <= 0) return;
  const next = await tx.select({ id: meetingAnswers.id, memberId: meetingAnswers.memberId }).from(meetingAnswers).where(and(inList(id), isNull(meetingAnswers.passedAt))).orderBy(asc(meetingAnswers.queue)).limit(free);
  if (next.length === 0) return;
  const until = heldUntil(present, startsAt);
  for (const answer of next) {
    await tx.update(meetingAnswers).set({ state: "offered", queue: null, heldUntil: until }).where(eq(meetingAnswers.id, answer.id));
    await tell(tx, answer.memberId, id, "offer");
  }
  await tx.enqueue("seat.lapse", { meetingId: sitting.meetingId }, until);
}

/** Passes on the seats that were held long enough; doing it again changes nothing. */
export async function lapseHeld(tx: Tx, meetingId: number): Promise<void> {
  const sittings = await lockSittings(tx, meetingId);
  const over = await tx
    .update(meetingAnswers)
    .set({ state: "waiting", heldUntil: null, passedAt: now() })
    .where(and(eq(meetingAnswers.meetingId, meetingId), eq(meetingAnswers.state, "offered"), lte(meetingAnswers.heldUntil, now())))
    .returning({ memberId: meetingAnswers.memberId, sittingId: meetingAnswers.sittingId });
  if (over.length === 0) return;
  for (const { memberId, sittingId } of over) await tell(tx, memberId, sittingId ?? 0, "lapsed");
  for (const sitting of sittings.filter(({ id }) => over.some(({ sittingId }) => sittingId === id))) await offerFreed(tx, sitting);
  tx.announce({ type: "meeting.moved", id: meetingId });
}

/** Takes back the seats that were given last, until no more than `seats` are taken; they come first in the list. */
export async function makeRoom(tx: Tx, sitting: LockedSitting, seats: number): Promise<void> {
  const surplus = (await countTaken(tx, sitting.id)) - seats;
  if (surplus <= 0) return;
  const last = (await tx.execute(sql`
    select a.id::int, a.member_id::int as "memberId", (select coalesce(min(queue), 1) from meeting_answers w where w.sitting_id = a.sitting_id)::int as first
    from meeting_answers a where a.sitting_id = ${sitting.id} and a.takes_seat order by a.answered_at desc, a.id desc limit ${surplus}`)) as unknown as { id: number; memberId: number; first: number }[];
  for (const [index, { id, memberId, first }] of last.entries()) {
    await tx.update(meetingAnswers).set({ state: "waiting", heldUntil: null, queue: first - 1 - index }).where(eq(meetingAnswers.id, id));
    await tell(tx, memberId, sitting.id, "put-back");
  }
}

/** Looks again at who takes a seat, after somebody became a speaker or a responsable. */
export async function reckonSeats(tx: Tx, sittings: readonly LockedSitting[]): Promise<void> {
  const ids = sittings.map(({ id }) => id);
  if (ids.length > 0) await tx.update(meetingAnswers).set({ takesSeat: sql`true` }).where(and(inArray(meetingAnswers.sittingId, ids), eq(meetingAnswers.takesSeat, true)));
  for (const sitting of sittings) await offerFreed(tx, sitting);
}

/** Writes to a person about their seat, and lets their open pages know. */
export async function tell(tx: Tx, memberId: number, sittingId: number, what: Parameters<typeof seatMail>[1]): Promise<void> {
  await queueMail(tx, { kind: "meeting-seat", memberId, subjectRef: seatMail(sittingId, what) });
  tx.announce({ type: "todo.changed", id: memberId });
}
