import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { duties, dutyAsks, dutySwaps } from "#db/schema/duty";
import type { Actor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";

import { lockMeeting, noteMoved } from "~/features/meeting/mutations.server";
import { settleAbout, tellAbout } from "~/features/notification/subject.server";
import { layTasks } from "./kit/mutations.server";
import { turnPath, type Role } from "./model";
import type { Naming } from "./policy";

export type Duty = typeof duties.$inferSelect;
export type Where = { meetingId: number; sittingId: number };

export const askSubject = (id: number): string => `ask-${id}`;
export const swapSubject = (id: number): string => `swap-${id}`;

/**
 * One change after the other, over all duties of a meeting, while its sitting is to come.
 * @throws DomainError thing.absent, duty.over
 */
export async function lockSitting(tx: Tx, { meetingId, sittingId }: Where, { begun = false }: { begun?: boolean } = {}): Promise<void> {
  await lockMeeting(tx, meetingId);
  const [sitting] = await tx.execute<{ over: boolean; began: boolean }>(sql`
    select held_at is not null or cancelled_at is not null as over, starts_at <= ${now().toISOString()}::timestamptz as began from sittings where id = ${sittingId} and meeting_id = ${meetingId}`);
  if (!sitting) throw new DomainError("thing.absent");
  if (!begun && (sitting.over || sitting.began)) throw new DomainError("duty.over");
}

/** A duty with what its meeting is, locked. @throws DomainError thing.absent, duty.over */
export async function lockDuty(tx: Tx, dutyId: number): Promise<{ duty: Duty; where: Where }> {
  const [found] = await tx.execute<{ sitting: number; meeting: number }>(sql`select s.id::int as sitting, s.meeting_id::int as meeting from duties d join sittings s on s.id = d.sitting_id where d.id = ${dutyId}`);
  if (!found) throw new DomainError("thing.absent");
  const where = { meetingId: found.meeting, sittingId: found.sitting };
  await lockSitting(tx, where);
  const [duty] = await tx.select().from(duties).where(eq(duties.id, dutyId));
  if (!duty) throw new DomainError("thing.absent");
  return { duty, where };
}

/** Someone who may hold a turn: a member who is here. @throws DomainError duty.person-gone */
export async function checkHere(tx: Tx, memberId: number): Promise<void> {
  const [here] = await tx.execute(sql`select 1 from members where id = ${memberId} and state = 'active' and guest_until is null for share`);
  if (!here) throw new DomainError("duty.person-gone");
}

/** Where a role stands, as the page had it; 0 when it was not there yet. @throws DomainError duty.moved */
async function dutyOf(tx: Tx, sittingId: number, role: Role, version: number): Promise<Duty> {
  const [there] = await tx.select().from(duties).where(and(eq(duties.sittingId, sittingId), eq(duties.role, role)));
  if ((there?.revision ?? 0) !== version) throw new DomainError("duty.moved");
  if (there) return there;
  const [made] = await tx.insert(duties).values({ sittingId, role, state: "open", since: now(), revision: 0 }).returning();
  if (!made) throw new Error("nothing was inserted");
  return made;
}

/** Changes who holds a duty, and how; the first who agrees stays as planned. @throws DomainError duty.already-there */
export async function setDuty(tx: Tx, duty: Duty, to: { state: Duty["state"]; memberId: number | null }): Promise<void> {
  if (to.memberId !== null) {
    const [other] = await tx.execute(sql`select 1 from duties where sitting_id = ${duty.sittingId} and member_id = ${to.memberId} and id <> ${duty.id}`);
    if (other) throw new DomainError("duty.already-there");
  }
  const plannedId = to.state === "accepted" ? (duty.plannedId ?? to.memberId) : duty.plannedId;
  await tx.update(duties).set({ ...to, plannedId, since: now(), revision: duty.revision + 1 }).where(eq(duties.id, duty.id));
  if (duty.memberId !== null && duty.memberId !== to.memberId) tx.announce({ type: "todo.changed", id: duty.memberId });
  if (to.memberId !== null) tx.announce({ type: "todo.changed", id: to.memberId });
}

/** Takes back what waits for an answer: the ask, and any swap. */
export async function dropWaiting(tx: Tx, dutyId: number): Promise<void> {
  const asks = await tx.update(dutyAsks).set({ outcome: "withdrawn", answeredAt: now() }).where(and(eq(dutyAsks.dutyId, dutyId), isNull(dutyAsks.outcome))).returning({ id: dutyAsks.id });
  const swaps = await tx.update(dutySwaps).set({ outcome: "withdrawn", endedAt: now() }).where(and(eq(dutySwaps.dutyId, dutyId), isNull(dutySwaps.outcome))).returning({ id: dutySwaps.id });
  for (const { id } of asks) await settleAbout(tx, askSubject(id));
  for (const { id } of swaps) await settleAbout(tx, swapSubject(id));
}

export type Asked = { role: Role; memberId: number; version: number; reason: string };

/**
 * Asks someone to take a role; whoever was asked before them is asked no more.
 * Nobody else learns of it until they have said yes.
 * @throws DomainError thing.absent, duty.over, duty.moved, duty.person-gone, duty.already-there
 */
export async function askFor(tx: Tx, { actor }: Naming, where: Where, { role, memberId, version, reason }: Asked): Promise<void> {
  await lockSitting(tx, where);
  await checkHere(tx, memberId);
  const duty = await dutyOf(tx, where.sittingId, role, version);
  await dropWaiting(tx, duty.id);
  await setDuty(tx, duty, { state: "asked", memberId });
  const [ask] = await tx.insert(dutyAsks).values({ dutyId: duty.id, memberId, askedBy: actor.memberId, askedAt: now(), reason }).returning({ id: dutyAsks.id });
  if (!ask) throw new Error("nothing was inserted");
  await tellAbout(tx, [memberId], { kind: "duty", subject: askSubject(ask.id), place: turnPath(duty.id), by: actor.memberId });
  await tx.audit({ actor, act: "duty.asked", subjectId: duty.id });
  await moved(tx, where, duty);
}

/** Where only the committee and the person see a difference, open pages of others are not disturbed. */
async function moved(tx: Tx, { meetingId }: Where, duty: Duty): Promise<void> {
  if (duty.state === "accepted" || duty.state === "relief") await noteMoved(tx, meetingId);
  else tx.announce({ type: "meeting.moved", id: meetingId });
}

/**
 * Notes that someone agreed face to face, or takes over for another: the committee may, for
 * anybody. Who held it before is told, and so is who holds it now.
 */
export async function noteAgreed(tx: Tx, { actor }: Naming, where: Where, { role, memberId, version, reason }: Asked): Promise<void> {
  await lockSitting(tx, where);
  await checkHere(tx, memberId);
  const duty = await dutyOf(tx, where.sittingId, role, version);
  await dropWaiting(tx, duty.id);
  await agree(tx, actor, where, duty, memberId, { askedBy: actor.memberId, reason });
  const others = [memberId, duty.state === "accepted" ? duty.memberId : null].filter((id) => id !== null);
  await tellAbout(tx, others, { kind: "duty-settled", subject: `duty-${duty.id}-${duty.revision + 1}`, place: turnPath(duty.id), by: actor.memberId });
}

/** Someone holds a duty from now on, with the tasks that go with the role. */
export async function agree(tx: Tx, actor: Actor, where: Where, duty: Duty, memberId: number, ask: { askedBy: number; reason: string } | null): Promise<void> {
  await setDuty(tx, duty, { state: "accepted", memberId });
  if (ask) await tx.insert(dutyAsks).values({ dutyId: duty.id, memberId, ...ask, askedAt: now(), outcome: "accepted", answeredAt: now() });
  await layTasks(tx, actor, where.sittingId);
  await tx.audit({ actor, act: "duty.agreed", subjectId: duty.id });
  await noteMoved(tx, where.meetingId);
}

/**
 * Frees a role, or looks for relief in front of everybody. Who held it is told.
 * @throws DomainError thing.absent, duty.over, duty.moved
 */
export async function openDuty(tx: Tx, { actor }: Naming, where: Where, { role, version }: { role: Role; version: number }, state: "open" | "relief"): Promise<void> {
  await lockSitting(tx, where);
  const duty = await dutyOf(tx, where.sittingId, role, version);
  await dropWaiting(tx, duty.id);
  await setDuty(tx, duty, { state, memberId: null });
  if (duty.state === "accepted" && duty.memberId !== null) {
    await tellAbout(tx, [duty.memberId], { kind: "duty-settled", subject: `duty-${duty.id}-${duty.revision + 1}`, place: turnPath(duty.id), by: actor.memberId });
  }
  await tx.audit({ actor, act: "duty.opened", subjectId: duty.id, details: { state } });
  if (state === "relief") await noteMoved(tx, where.meetingId);
  else await moved(tx, where, duty);
}

/** Notes who really did it, once the sitting has begun; nobody, to take it back. */
export async function noteServed(tx: Tx, { actor }: Naming, where: Where, { role, memberId, version }: { role: Role; memberId: number | null; version: number }): Promise<void> {
  await lockSitting(tx, where, { begun: true });
  const duty = await dutyOf(tx, where.sittingId, role, version);
  await tx.update(duties).set({ servedBy: memberId, revision: duty.revision + 1 }).where(eq(duties.id, duty.id));
  await tx.audit({ actor, act: "duty.served", subjectId: duty.id });
  await noteMoved(tx, where.meetingId);
}

/** The committee, to be told of what changed without it. */
export async function committeeIds(tx: Tx): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`select member_id::int as id from member_roles where role = 'committee'`);
  return rows.map(({ id }) => id);
}

/** Someone leaves: their turns to come look for relief, and what waits for them or from them ends. */
export async function reopenTurns(tx: Tx, actor: Actor, memberId: number): Promise<void> {
  const mine = await tx.execute<{ id: number; meeting: number }>(sql`
    select d.id::int, s.meeting_id::int as meeting from duties d join sittings s on s.id = d.sitting_id
    where d.member_id = ${memberId} and s.held_at is null and s.cancelled_at is null and s.starts_at > ${now().toISOString()}::timestamptz order by s.meeting_id, d.id`);
  const ids = mine.map(({ id }) => id);
  if (ids.length > 0) {
    await tx.update(dutyAsks).set({ outcome: "withdrawn", answeredAt: now() }).where(and(inArray(dutyAsks.dutyId, ids), isNull(dutyAsks.outcome)));
    await tx.update(duties).set({ state: sql`case when state = 'accepted' then 'relief' else 'open' end`, memberId: null, since: now(), revision: sql`revision + 1` }).where(inArray(duties.id, ids));
    for (const meeting of new Set(mine.map((one) => one.meeting))) await noteMoved(tx, meeting);
    await tx.audit({ actor, act: "duty.reopened", subjectId: memberId, details: { duties: ids.length } });
  }
  // What they had taken goes back to who asked; what they had asked for, or was asked of them alone, ends.
  await tx.execute(sql`update duty_swaps set taken_by = null, taken_at = null, against_id = null where outcome is null and taken_by = ${memberId} and asked_of is null`);
  await tx.execute(sql`update duty_swaps set outcome = 'withdrawn', ended_at = ${now().toISOString()}::timestamptz where outcome is null and (asked_by = ${memberId} or asked_of = ${memberId})`);
}

