import { and, eq, isNull, sql } from "drizzle-orm";
import { duties, dutySwaps } from "#db/schema/duty";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { lockMeeting, noteMoved } from "~/features/meeting/mutations.server";
import { settleAbout, tellAbout } from "~/features/notification/subject.server";
import { turnPath } from "../model";
import { agree, checkHere, committeeIds, lockDuty, setDuty, swapSubject, type Duty, type Where } from "../mutations.server";
import type { Turn } from "../policy";

type Swap = typeof dutySwaps.$inferSelect;

/**
 * Asks one person, or everyone, to take a turn. The turn stays its holder's until both agree.
 * @throws DomainError thing.absent, duty.over, duty.moved, duty.person-gone, duty.already-there
 */
export async function askSwap(tx: Tx, { actor }: Turn, dutyId: number, { of, note }: { of: number | null; note: string }): Promise<void> {
  const { duty, where } = await lockDuty(tx, dutyId);
  if (duty.state !== "accepted" || duty.memberId !== actor.memberId) throw new DomainError("duty.moved");
  if (of !== null) await checkFree(tx, duty, of);
  const [made] = await tx.insert(dutySwaps).values({ dutyId, askedBy: actor.memberId, askedOf: of, note, askedAt: now() }).onConflictDoNothing().returning({ id: dutySwaps.id });
  if (!made) throw new DomainError("duty.moved");
  await tellAbout(tx, of === null ? await everyoneElse(tx, duty) : [of], { kind: of === null ? "relief" : "swap", subject: swapSubject(made.id), place: turnPath(dutyId), by: actor.memberId });
  if (of !== null) tx.announce({ type: "todo.changed", id: of });
  await tx.audit({ actor, act: "swap.asked", subjectId: dutyId });
  if (of === null) await noteMoved(tx, where.meetingId);
}

async function checkFree(tx: Tx, duty: Duty, memberId: number): Promise<void> {
  await checkHere(tx, memberId);
  const [there] = await tx.execute(sql`select 1 from duties where sitting_id = ${duty.sittingId} and member_id = ${memberId}`);
  if (there) throw new DomainError("duty.already-there");
}

/** Everyone who is here and has nothing to do in that sitting. */
async function everyoneElse(tx: Tx, duty: Duty): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    select q.id::int as id from members q where q.state = 'active' and q.guest_until is null
      and not exists (select 1 from duties d where d.sitting_id = ${duty.sittingId} and d.member_id = q.id)
      and not exists (select 1 from turn_absences a join sittings s on s.id = ${duty.sittingId} where a.member_id = q.id and s.local_start::date between a.from_day and coalesce(a.until_day, 'infinity'))`);
  return rows.map(({ id }) => id);
}

/** The open swap of a duty, locked with it. @throws DomainError thing.absent, duty.over, swap.ended */
async function openSwap(tx: Tx, dutyId: number): Promise<{ duty: Duty; where: Where; swap: Swap }> {
  const { duty, where } = await lockDuty(tx, dutyId);
  const [swap] = await tx.select().from(dutySwaps).where(and(eq(dutySwaps.dutyId, dutyId), isNull(dutySwaps.outcome)));
  if (!swap || duty.state !== "accepted" || duty.memberId !== swap.askedBy) throw new DomainError("swap.ended");
  return { duty, where, swap };
}

/**
 * Offers to take a turn, perhaps against one of one's own. Of two people at once the first has it.
 * @throws DomainError thing.absent, duty.over, swap.ended, duty.taken, duty.already-there, duty.moved
 */
export async function takeSwap(tx: Tx, { actor }: Turn, dutyId: number, againstId: number | null): Promise<void> {
  const { duty, where, swap } = await openSwap(tx, dutyId);
  if (swap.takenBy === actor.memberId) return;
  if (swap.takenBy !== null) throw new DomainError("duty.taken");
  if (swap.askedBy === actor.memberId || (swap.askedOf !== null && swap.askedOf !== actor.memberId)) throw new DomainError("thing.absent");
  await checkHere(tx, swap.askedBy);
  await checkFree(tx, duty, actor.memberId);
  if (againstId !== null) {
    const [own] = await tx.select({ sittingId: duties.sittingId }).from(duties).where(and(eq(duties.id, againstId), eq(duties.memberId, actor.memberId), eq(duties.state, "accepted")));
    if (!own || own.sittingId === duty.sittingId) throw new DomainError("duty.moved");
  }
  await tx.update(dutySwaps).set({ takenBy: actor.memberId, takenAt: now(), againstId }).where(eq(dutySwaps.id, swap.id));
  await settleAbout(tx, swapSubject(swap.id));
  await tellAbout(tx, [swap.askedBy], { kind: "swap-taken", subject: `${swapSubject(swap.id)}-${actor.memberId}`, place: turnPath(dutyId), by: actor.memberId });
  for (const id of [swap.askedBy, actor.memberId]) tx.announce({ type: "todo.changed", id });
  if (swap.askedOf === null) await noteMoved(tx, where.meetingId);
}

/** Who was asked alone cannot: the swap ends, and its asker is told, nobody else. */
export async function declineSwap(tx: Tx, { actor }: Turn, dutyId: number): Promise<void> {
  const { swap } = await openSwap(tx, dutyId);
  if (swap.askedOf !== actor.memberId) throw new DomainError("swap.ended");
  await endSwap(tx, swap, "declined");
  await tellAbout(tx, [swap.askedBy], { kind: "duty-answered", subject: `${swapSubject(swap.id)}-declined`, place: turnPath(dutyId), by: actor.memberId });
}

async function endSwap(tx: Tx, swap: Swap, outcome: "agreed" | "withdrawn" | "declined"): Promise<void> {
  await tx.update(dutySwaps).set({ outcome, endedAt: now() }).where(eq(dutySwaps.id, swap.id));
  await settleAbout(tx, swapSubject(swap.id));
  if (swap.takenBy !== null) await settleAbout(tx, `${swapSubject(swap.id)}-${swap.takenBy}`);
  for (const id of [swap.askedBy, swap.askedOf, swap.takenBy]) if (id !== null) tx.announce({ type: "todo.changed", id });
}

/** The holder keeps the turn after all. @throws DomainError swap.ended when it is not theirs, or was agreed */
export async function withdrawSwap(tx: Tx, { actor }: Turn, dutyId: number): Promise<void> {
  const { swap, where } = await openSwap(tx, dutyId);
  if (swap.askedBy !== actor.memberId) throw new DomainError("swap.ended");
  await endSwap(tx, swap, "withdrawn");
  if (swap.takenBy !== null) await tellAbout(tx, [swap.takenBy], { kind: "duty-answered", subject: `${swapSubject(swap.id)}-kept`, place: turnPath(dutyId), by: actor.memberId });
  if (swap.askedOf === null) await noteMoved(tx, where.meetingId);
}

/**
 * The holder says yes to who takes the turn: from now on it is theirs, and the one given
 * against it, if any, is the holder's. The committee is told.
 * @throws DomainError thing.absent, duty.over, swap.ended, duty.person-gone, duty.already-there
 */
export async function settleSwap(tx: Tx, { actor }: Turn, dutyId: number, takenBy: number): Promise<void> {
  const [meetings] = await tx.execute<{ ids: number[] }>(sql`
    select array_agg(distinct s.meeting_id::int order by s.meeting_id::int) as ids from duties d join sittings s on s.id = d.sitting_id
    where d.id = ${dutyId} or d.id = (select against_id from duty_swaps where duty_id = ${dutyId} and outcome is null)`);
  // Two meetings are locked in one order, so that two swaps that cross do not wait for each other.
  for (const id of meetings?.ids ?? []) await lockMeeting(tx, id);
  const { duty, where, swap } = await openSwap(tx, dutyId);
  if (swap.askedBy !== actor.memberId || swap.takenBy !== takenBy) throw new DomainError("swap.ended");
  await checkHere(tx, takenBy);
  if (swap.againstId !== null) {
    const against = await lockDuty(tx, swap.againstId);
    if (against.duty.memberId !== takenBy || against.duty.state !== "accepted") throw new DomainError("swap.ended");
    await tx.update(dutySwaps).set({ outcome: "withdrawn", endedAt: now() }).where(and(eq(dutySwaps.dutyId, swap.againstId), isNull(dutySwaps.outcome)));
    await setDuty(tx, against.duty, { state: "accepted", memberId: actor.memberId });
    await noteMoved(tx, against.where.meetingId);
  }
  await agree(tx, actor, where, duty, takenBy, { askedBy: actor.memberId, reason: "" });
  await endSwap(tx, swap, "agreed");
  await tellAbout(tx, [...new Set([...(await committeeIds(tx)), takenBy])], { kind: "duty-settled", subject: `${swapSubject(swap.id)}-agreed`, place: turnPath(dutyId), by: actor.memberId });
}

/** The holder would rather not have this person take it: the search goes on, or ends where one person was asked. */
export async function refuseTaker(tx: Tx, { actor }: Turn, dutyId: number, takenBy: number): Promise<void> {
  const { swap, where } = await openSwap(tx, dutyId);
  if (swap.askedBy !== actor.memberId || swap.takenBy !== takenBy) throw new DomainError("swap.ended");
  if (swap.askedOf !== null) return endSwap(tx, swap, "withdrawn");
  await tx.update(dutySwaps).set({ takenBy: null, takenAt: null, againstId: null }).where(eq(dutySwaps.id, swap.id));
  await settleAbout(tx, `${swapSubject(swap.id)}-${takenBy}`);
  tx.announce({ type: "todo.changed", id: takenBy });
  await noteMoved(tx, where.meetingId);
}
