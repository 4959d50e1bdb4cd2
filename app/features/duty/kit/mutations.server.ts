import { and, eq, isNull, sql } from "drizzle-orm";
import { handovers, sittingTasks } from "#db/schema/kit";
import type { Actor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import type { Role } from "../model";
import { layTemplate } from "../template/mutations.server";
import type { Step } from "./model";
import type { UsingKit } from "./policy";

/** Lays the tasks of a sitting from the community's list, once: what was taken off there does not come back. */
export async function layTasks(tx: Tx, actor: Actor, sittingId: number): Promise<void> {
  await layTemplate(tx, actor);
  await tx.execute(sql`
    insert into sitting_tasks (sitting_id, step_id, days, role, title, message)
    select ${sittingId}, id, days, role, title, message from kit_steps
    where retired_at is null and not exists (select 1 from sitting_tasks t where t.sitting_id = ${sittingId} and t.step_id is not null) order by days, id on conflict do nothing`);
}

type Where = UsingKit["subject"];

const said = (tx: Tx, { meetingId }: Where): void => tx.announce({ type: "meeting.moved", id: meetingId });

/** The committee opens the kit of a sitting that nobody is responsible for yet. */
export async function openKit(tx: Tx, { actor, subject }: UsingKit): Promise<void> {
  await layTasks(tx, actor, subject.sittingId);
  said(tx, subject);
}

/** Ticks a task off, or back on. What it was due on then is kept: a later move of the sitting leaves it alone. @throws DomainError thing.absent */
export async function tickTask(tx: Tx, { actor, subject }: UsingKit, taskId: number, done: boolean): Promise<void> {
  const day = sql`(select local_start::date + ${sittingTasks.days} from sittings where id = ${sittingTasks.sittingId})`;
  const set = done ? { doneAt: now(), doneBy: actor.memberId, doneDay: day } : { doneAt: null, doneBy: null, doneDay: null };
  const changed = await tx.update(sittingTasks).set(set).where(and(ownTask(subject, taskId), done ? isNull(sittingTasks.doneAt) : undefined)).returning({ id: sittingTasks.id });
  if (changed.length === 0) await checkThere(tx, subject, taskId);
  await announceToHolders(tx, subject);
}

const ownTask = ({ sittingId }: Where, taskId: number) => and(eq(sittingTasks.id, taskId), eq(sittingTasks.sittingId, sittingId));

async function checkThere(tx: Tx, where: Where, taskId: number): Promise<void> {
  const [there] = await tx.select({ id: sittingTasks.id }).from(sittingTasks).where(ownTask(where, taskId));
  if (!there) throw new DomainError("thing.absent");
}

/** Open kits look again, and so do the lists of those who hold a role there. */
async function announceToHolders(tx: Tx, subject: Where): Promise<void> {
  said(tx, subject);
  const holders = await tx.execute<{ id: number }>(sql`select member_id::int as id from duties where sitting_id = ${subject.sittingId} and state = 'accepted'`);
  for (const { id } of holders) tx.announce({ type: "todo.changed", id });
}

/** Adds a task to one sitting only. */
export async function addTask(tx: Tx, { actor, subject }: UsingKit, step: Omit<Step, "message">): Promise<void> {
  await layTasks(tx, actor, subject.sittingId);
  await tx.insert(sittingTasks).values({ ...step, sittingId: subject.sittingId });
  await announceToHolders(tx, subject);
}

/** Hands a task to another role of the same sitting. @throws DomainError thing.absent when it is not there, or done */
export async function handTask(tx: Tx, { subject }: UsingKit, taskId: number, role: Role): Promise<void> {
  const handed = await tx.update(sittingTasks).set({ role }).where(and(ownTask(subject, taskId), isNull(sittingTasks.doneAt))).returning({ id: sittingTasks.id });
  if (handed.length === 0) throw new DomainError("thing.absent");
  await announceToHolders(tx, subject);
}

/** Takes off a task that does not fit this sitting. What was done stays. */
export async function dropTask(tx: Tx, { subject }: UsingKit, taskId: number): Promise<void> {
  await tx.delete(sittingTasks).where(and(ownTask(subject, taskId), isNull(sittingTasks.doneAt)));
  await announceToHolders(tx, subject);
}

export type Handover = { worked: string; toKnow: string; leftOver: string };

/** Leaves word to the next ones. @throws DomainError kit.moved when someone else wrote meanwhile */
export async function writeHandover(tx: Tx, { actor, subject }: UsingKit, version: number, words: Handover): Promise<void> {
  const { sittingId } = subject;
  const values = { ...words, writtenBy: actor.memberId, writtenAt: now() };
  const written =
    version === 0
      ? await tx.insert(handovers).values({ ...values, sittingId }).onConflictDoNothing().returning({ id: handovers.sittingId })
      : await tx.update(handovers).set({ ...values, revision: version + 1 }).where(and(eq(handovers.sittingId, sittingId), eq(handovers.revision, version))).returning({ id: handovers.sittingId });
  if (written.length === 0) throw new DomainError("kit.moved");
  await tx.audit({ actor, act: "handover.written", subjectId: sittingId });
  said(tx, subject);
}
