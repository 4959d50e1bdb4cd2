import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { sittings } from "#db/schema/meeting";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { instantOf, parseWallTime, wallTimeAt } from "~/kit/wall-time";
import type { Tx } from "~/kit/transaction.server";
import { tellAbout } from "~/features/notification/subject.server";
import { discussTopics, releaseTopics } from "~/features/topic/meeting-mutations.server";
import { meetingPath } from "../model";
import { lockMeeting } from "../mutations.server";
import type { Holding, Planning } from "../policy";
import { localName, type Start } from "./model";

export type Sitting = Start & {
  poleId: number | null;
  durationMinutes: number;
  place: string;
  link: string;
  capacity: number | null;
  answerDeadline: Date | null;
};
export type Scope = "une" | "toutes";

type Row = typeof sittings.$inferSelect;

/**
 * @returns their numbers
 * @throws DomainError thing.absent
 */
export async function addSittings(tx: Tx, { actor }: Planning, meetingId: number, added: readonly Sitting[]): Promise<number[]> {
  await lockMeeting(tx, meetingId);
  const made = await tx.insert(sittings).values(added.map((sitting) => ({ ...sitting, meetingId }))).returning({ id: sittings.id });
  await tx.audit({ actor, act: "sitting.added", subjectId: meetingId, details: { sittings: added.length } });
  tx.announce({ type: "meeting.moved", id: meetingId });
  return made.map(({ id }) => id);
}

/**
 * Changes a sitting; with « toutes », its hour, duration, number of seats and link become
 * those of its sisters to come, which keep their date, their pole and their place.
 * A new date ends a postponement. Its calendar's sequence rises when people must know.
 * @throws DomainError thing.absent, sitting.ended; meeting.moved when someone else changed it meanwhile
 */
export async function reviseSitting(tx: Tx, { actor }: Planning, where: { meetingId: number; sittingId: number }, { version, scope }: { version: number; scope: Scope }, to: Sitting): Promise<void> {
  const { own, sisters } = await lockSittings(tx, where);
  if (own.revision !== version) throw new DomainError("meeting.moved");
  if (isOver(own)) throw new DomainError("sitting.ended");
  await write(tx, own, to);
  if (scope === "toutes") {
    for (const sister of sisters.filter((one) => !isOver(one) && one.startsAt > now())) {
      const { durationMinutes, capacity, link, localStart } = to;
      await write(tx, sister, { ...sister, ...atHour(sister, localStart.slice(11, 16)), durationMinutes, capacity, link });
    }
  }
  await tx.audit({ actor, act: "sitting.revised", subjectId: own.id, details: { scope } });
  await tx.enqueue("meeting.changed", { meetingId: own.meetingId });
  tx.announce({ type: "meeting.moved", id: own.meetingId });
}

const isOver = (row: Row): boolean => row.heldAt !== null || row.cancelledAt !== null;

async function write(tx: Tx, row: Row, to: Sitting): Promise<void> {
  const { poleId, localStart, zone, startsAt, durationMinutes, place, link, capacity, answerDeadline } = to;
  const moved = startsAt.getTime() !== row.startsAt.getTime();
  const told = moved || durationMinutes !== row.durationMinutes || place !== row.place || link !== row.link;
  // A deadline moves with the day where it would otherwise fall after the beginning.
  const deadline = answerDeadline && answerDeadline > startsAt ? startsAt : answerDeadline;
  await tx
    .update(sittings)
    .set({
      ...{ poleId, localStart, zone, startsAt, durationMinutes, place, link, capacity, answerDeadline: deadline, revision: row.revision + 1 },
      ...(told ? { sequence: row.sequence + 1 } : {}),
      ...(moved ? { postponedAt: null, postponedBy: null, postponedReason: null } : {}),
    })
    .where(eq(sittings.id, row.id));
}

/** The same day at another hour; where clocks skip it or go back over it, the first instant that serves. */
function atHour(row: Row, hour: string): Pick<Start, "localStart" | "startsAt"> {
  const day = row.localStart.slice(0, 10);
  const wall = parseWallTime(day, hour);
  if (!wall) return row;
  const startsAt = instantOf(wall, row.zone);
  return { startsAt, localStart: localName(wallTimeAt(startsAt, row.zone)) };
}

/** @throws DomainError thing.absent, sitting.ended when all of them are over */
export async function cancelSittings(tx: Tx, { actor }: Planning, where: { meetingId: number; sittingId: number }, scope: Scope, reason: string): Promise<void> {
  const touched = await end(tx, where, scope, { cancelledAt: now(), cancelledBy: actor.memberId, cancelledReason: reason, postponedAt: null, postponedBy: null, postponedReason: null });
  await releaseTopics(tx, actor, where.meetingId);
  await tx.audit({ actor, act: "sitting.cancelled", subjectId: where.sittingId, details: { sittings: touched } });
}

/** @throws DomainError thing.absent, sitting.ended when all of them are over */
export async function postponeSittings(tx: Tx, { actor }: Planning, where: { meetingId: number; sittingId: number }, scope: Scope, reason: string): Promise<void> {
  const touched = await end(tx, where, scope, { postponedAt: now(), postponedBy: actor.memberId, postponedReason: reason });
  await tx.audit({ actor, act: "sitting.postponed", subjectId: where.sittingId, details: { sittings: touched } });
}

async function end(tx: Tx, { meetingId, sittingId }: { meetingId: number; sittingId: number }, scope: Scope, set: Partial<Row>): Promise<number> {
  await lockSittings(tx, { meetingId, sittingId });
  const touched = await tx
    .update(sittings)
    .set({ ...set, sequence: sql`${sittings.sequence} + 1`, revision: sql`${sittings.revision} + 1` })
    .where(and(eq(sittings.meetingId, meetingId), scope === "une" ? eq(sittings.id, sittingId) : undefined, isNull(sittings.heldAt), isNull(sittings.cancelledAt)))
    .returning({ id: sittings.id });
  if (touched.length === 0) throw new DomainError("sitting.ended");
  await tx.enqueue("meeting.changed", { meetingId });
  tx.announce({ type: "meeting.moved", id: meetingId });
  return touched.length;
}

/**
 * Notes that it took place, which nobody can know before it begins. Saying it twice changes nothing.
 * @throws DomainError thing.absent, sitting.too-early, sitting.ended when it was cancelled or postponed
 */
export async function holdSitting(tx: Tx, { actor }: Planning | Holding, where: { meetingId: number; sittingId: number }): Promise<void> {
  const { own } = await lockSittings(tx, where);
  if (own.heldAt) return;
  if (own.cancelledAt || own.postponedAt) throw new DomainError("sitting.ended");
  if (own.startsAt > now()) throw new DomainError("sitting.too-early");
  await tx.update(sittings).set({ heldAt: now(), heldBy: actor.memberId, revision: own.revision + 1 }).where(eq(sittings.id, own.id));
  for (const { topicId, supporters } of await discussTopics(tx, actor, own.meetingId)) {
    await tellAbout(tx, supporters, { kind: "topic-discussed", subject: `topic-${topicId}-${own.meetingId}`, place: meetingPath(own.meetingId), by: actor.memberId });
  }
  await tx.audit({ actor, act: "sitting.held", subjectId: own.id });
  tx.announce({ type: "meeting.moved", id: own.meetingId });
}

/** One change after the other, over all sittings of a meeting. */
async function lockSittings(tx: Tx, { meetingId, sittingId }: { meetingId: number; sittingId: number }): Promise<{ own: Row; sisters: Row[] }> {
  await lockMeeting(tx, meetingId);
  const [own] = await tx.select().from(sittings).where(and(eq(sittings.meetingId, meetingId), eq(sittings.id, sittingId)));
  if (!own) throw new DomainError("thing.absent");
  const sisters = await tx.select().from(sittings).where(and(eq(sittings.meetingId, meetingId), ne(sittings.id, sittingId)));
  return { own, sisters };
}
