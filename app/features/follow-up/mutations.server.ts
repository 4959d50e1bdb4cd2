import { and, eq, sql } from "drizzle-orm";
import { followUps } from "#db/schema/minutes";
import { after, DAY, now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { dayName, wallTimeAt } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { settleAbout, tellAbout } from "~/features/notification/subject.server";
import { dayAfter, followUpsPath, REMINDED_DAYS_BEFORE } from "./model";
import type { Entrusting, Finishing } from "./policy";

export type FollowUp = { body: string; memberId: number; dueDay: string };

const subjectOf = (id: number): string => `follow-up-${id}`;

async function checkPerson(tx: Tx, memberId: number): Promise<void> {
  const [person] = await tx.execute(sql`select 1 from members where id = ${memberId} and state in ('active', 'paused') and guest_until is null for share`);
  if (!person) throw new DomainError("follow-up.person-gone");
}

async function tellPerson(tx: Tx, { meetingId, id, memberId, by }: { meetingId: number; id: number; memberId: number; by: number }): Promise<void> {
  await tellAbout(tx, [memberId], { kind: "follow-up", subject: subjectOf(id), place: followUpsPath(meetingId), by });
  tx.announce({ type: "todo.changed", id: memberId });
  tx.announce({ type: "minutes.moved", id: meetingId });
}

/** Says who does what until when; they are told. @throws DomainError follow-up.person-gone */
export async function entrust(tx: Tx, { actor, subject: meetingId }: Entrusting, { body, memberId, dueDay }: FollowUp): Promise<number> {
  await checkPerson(tx, memberId);
  const [made] = await tx.insert(followUps).values({ meetingId, body, memberId, dueDay, notedBy: actor.memberId, notedAt: now() }).returning({ id: followUps.id });
  if (!made) throw new Error("nothing was inserted");
  await tellPerson(tx, { meetingId, id: made.id, memberId, by: actor.memberId });
  return made.id;
}

/** Words it anew, or gives it to somebody else or to another day, which is reminded of anew. @throws DomainError follow-up.moved, follow-up.person-gone, thing.absent */
export async function reviseFollowUp(tx: Tx, { actor, subject: meetingId }: Entrusting, id: number, version: number, { body, memberId, dueDay }: FollowUp): Promise<void> {
  const [row] = await tx.select().from(followUps).where(and(eq(followUps.id, id), eq(followUps.meetingId, meetingId))).for("update");
  if (!row) throw new DomainError("thing.absent");
  if (row.revision !== version) throw new DomainError("follow-up.moved");
  if (memberId !== row.memberId) await checkPerson(tx, memberId);
  const remindedAt = dueDay === row.dueDay && memberId === row.memberId ? row.remindedAt : null;
  await tx.update(followUps).set({ body, memberId, dueDay, remindedAt, revision: version + 1 }).where(eq(followUps.id, id));
  tx.announce({ type: "todo.changed", id: row.memberId });
  await tellPerson(tx, { meetingId, id, memberId, by: actor.memberId });
}

/** It is done, or to be done after all. Saying it twice changes nothing. */
export async function finishFollowUp(tx: Tx, { actor, subject: id }: Finishing, meetingId: number, done: boolean): Promise<void> {
  const set = done ? { doneAt: now(), doneBy: actor.memberId } : { doneAt: null, doneBy: null };
  const [row] = await tx.update(followUps).set({ ...set, revision: sql`${followUps.revision} + 1` }).where(and(eq(followUps.id, id), eq(followUps.meetingId, meetingId), done ? sql`done_at is null` : sql`done_at is not null`)).returning({ memberId: followUps.memberId });
  if (!row) return;
  if (done) await settleAbout(tx, subjectOf(id));
  tx.announce({ type: "todo.changed", id: row.memberId });
  tx.announce({ type: "minutes.moved", id: meetingId });
}

/** Reminds people of what is due in two days, each of them once; whoever was told of it only yesterday knows. The queue calls it. */
export async function remindOfFollowUps(): Promise<void> {
  const today = dayName(wallTimeAt(now(), await communityTimeZone()));
  await inTransaction(async (tx) => {
    const due = await tx.execute<{ id: number; meeting_id: number; member_id: number; due: string }>(sql`
      update follow_ups f set reminded_at = ${now().toISOString()}::timestamptz from members p
      where p.id = f.member_id and p.state = 'active' and f.done_at is null and f.reminded_at is null and f.due_day <= ${dayAfter(today, REMINDED_DAYS_BEFORE)}::date and f.due_day >= ${today}::date
        and f.noted_at < ${after(now(), -DAY).toISOString()}::timestamptz
      returning f.id::int, f.meeting_id::int, f.member_id::int, f.due_day::text as due`);
    for (const one of due) {
      await tellAbout(tx, [one.member_id], { kind: "follow-up-due", subject: `${subjectOf(one.id)}-${one.due}`, place: followUpsPath(one.meeting_id), by: null });
    }
  });
}
