import { and, eq, isNull, sql } from "drizzle-orm";
import { handovers, kitNotes, kitSteps, sittingTasks } from "#db/schema/kit";
import type { Actor, MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import { FIRST_STEPS } from "../first-steps.server";
import type { Naming } from "../policy";
import type { Step } from "./model";

export type UsingKit = Proof<"kit.use", { sittingId: number; meetingId: number }, MemberActor>;

/** Two first uses at once make one list: a number of ours, for PostgreSQL's advisory locks. */
const TEMPLATE_LOCK = 5_042_007;

/** Makes the community's list out of the usual one, where it has none yet. */
async function layTemplate(tx: Tx, actor: Actor): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${TEMPLATE_LOCK})`);
  const [there] = await tx.select({ id: kitSteps.id }).from(kitSteps).limit(1);
  if (!there) await tx.insert(kitSteps).values(FIRST_STEPS.map((step) => ({ ...step, changedBy: actor.memberId, changedAt: now() })));
}

/** Gives a sitting its tasks, from the list as it is today; those that are there stay as they are. */
export async function layTasks(tx: Tx, actor: Actor, sittingId: number): Promise<void> {
  const [there] = await tx.select({ id: sittingTasks.id }).from(sittingTasks).where(eq(sittingTasks.sittingId, sittingId)).limit(1);
  if (there) return;
  await layTemplate(tx, actor);
  await tx.execute(sql`
    insert into sitting_tasks (sitting_id, step_id, days, role, title, message)
    select ${sittingId}, id, days, role, title, message from kit_steps where retired_at is null order by days, id on conflict do nothing`);
}

/** Ticks a task off, or back on. What it was due on then is kept: a later move of the sitting leaves it alone. */
export async function tickTask(tx: Tx, { actor, subject: { sittingId, meetingId } }: UsingKit, taskId: number, done: boolean): Promise<void> {
  const day = sql`(select local_start::date + ${sittingTasks.days} from sittings where id = ${sittingTasks.sittingId})`;
  const set = done ? { doneAt: now(), doneBy: actor.memberId, doneDay: day } : { doneAt: null, doneBy: null, doneDay: null };
  const changed = await tx
    .update(sittingTasks)
    .set(set)
    .where(and(eq(sittingTasks.id, taskId), eq(sittingTasks.sittingId, sittingId), done ? isNull(sittingTasks.doneAt) : undefined))
    .returning({ id: sittingTasks.id });
  const [there] = changed.length > 0 ? changed : await tx.select({ id: sittingTasks.id }).from(sittingTasks).where(and(eq(sittingTasks.id, taskId), eq(sittingTasks.sittingId, sittingId)));
  if (!there) throw new DomainError("thing.absent");
  tx.announce({ type: "meeting.moved", id: meetingId });
  tx.announce({ type: "todo.changed", id: actor.memberId });
}

/** Adds a task to one sitting only. */
export async function addTask(tx: Tx, { actor, subject: { sittingId, meetingId } }: UsingKit, step: Omit<Step, "message">): Promise<void> {
  await layTasks(tx, actor, sittingId);
  await tx.insert(sittingTasks).values({ ...step, sittingId });
  tx.announce({ type: "meeting.moved", id: meetingId });
}

export type Handover = { worked: string; toKnow: string; leftOver: string };

/** Leaves word to the next ones. @throws DomainError kit.moved when someone else wrote meanwhile */
export async function writeHandover(tx: Tx, { actor, subject: { sittingId } }: UsingKit, version: number, words: Handover): Promise<void> {
  const values = { ...words, writtenBy: actor.memberId, writtenAt: now() };
  const written =
    version === 0
      ? await tx.insert(handovers).values({ ...values, sittingId }).onConflictDoNothing().returning({ id: handovers.sittingId })
      : await tx.update(handovers).set({ ...values, revision: version + 1 }).where(and(eq(handovers.sittingId, sittingId), eq(handovers.revision, version))).returning({ id: handovers.sittingId });
  if (written.length === 0) throw new DomainError("kit.moved");
  await tx.audit({ actor, act: "handover.written", subjectId: sittingId });
}

/** Says what one would change in the list, for the committee to weigh. */
export async function proposeChange(tx: Tx, { actor }: UsingKit, body: string): Promise<void> {
  await tx.insert(kitNotes).values({ memberId: actor.memberId, body, at: now() });
}

export async function settleNote(tx: Tx, { actor }: Naming, noteId: number): Promise<void> {
  await tx.update(kitNotes).set({ settledAt: now(), settledBy: actor.memberId }).where(and(eq(kitNotes.id, noteId), isNull(kitNotes.settledAt)));
}

/** Adds a step to the community's list. It shows in the sittings that get their tasks from now on. */
export async function addStep(tx: Tx, { actor }: Naming, step: Step): Promise<void> {
  await layTemplate(tx, actor);
  await tx.insert(kitSteps).values({ ...step, changedBy: actor.memberId, changedAt: now() });
}

/**
 * Words a step anew. Where it waits to be done in sittings to come, it changes there too.
 * @throws DomainError thing.absent; kit.moved when someone else changed it meanwhile
 */
export async function reviseStep(tx: Tx, { actor }: Naming, stepId: number, version: number, step: Step): Promise<void> {
  const [there] = await tx.select().from(kitSteps).where(and(eq(kitSteps.id, stepId), isNull(kitSteps.retiredAt))).for("update");
  if (!there) throw new DomainError("thing.absent");
  if (there.revision !== version) throw new DomainError("kit.moved");
  await tx.update(kitSteps).set({ ...step, changedBy: actor.memberId, changedAt: now(), revision: version + 1 }).where(eq(kitSteps.id, stepId));
  await tx.update(sittingTasks).set(step).where(and(eq(sittingTasks.stepId, stepId), isNull(sittingTasks.doneAt)));
}

/** Takes a step off the list. What is done of it stays where it was done. */
export async function retireStep(tx: Tx, { actor }: Naming, stepId: number): Promise<void> {
  await tx.update(kitSteps).set({ retiredAt: now(), changedBy: actor.memberId, changedAt: now() }).where(and(eq(kitSteps.id, stepId), isNull(kitSteps.retiredAt)));
  await tx.delete(sittingTasks).where(and(eq(sittingTasks.stepId, stepId), isNull(sittingTasks.doneAt)));
}

/** Makes the list the committee's own, to be changed. */
export const openTemplate = (tx: Tx, { actor }: Naming): Promise<void> => layTemplate(tx, actor);
