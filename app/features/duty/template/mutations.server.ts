import { and, eq, isNull, sql } from "drizzle-orm";
import { kitChanges, kitNotes, kitSteps } from "#db/schema/kit";
import type { Actor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { FIRST_STEPS } from "../first-steps.server";
import type { Step } from "../kit/model";
import type { Proposing } from "../kit/policy";
import type { Naming } from "../policy";

/** The community's list of what is to be done around a sitting: how it begins, and how it changes. */

/** Two first uses at once make one list: a number of ours, for PostgreSQL's advisory locks. */
const TEMPLATE_LOCK = 5_042_007;

/** Lays the community's list from the first one of all, where there is none yet. */
export async function layTemplate(tx: Tx, { memberId }: Actor): Promise<void> {
  const there = async () => (await tx.execute(sql`select 1 from kit_steps limit 1`)).length > 0;
  if (await there()) return;
  await tx.execute(sql`select pg_advisory_xact_lock(${TEMPLATE_LOCK}::bigint)`);
  if (await there()) return;
  await tx.insert(kitSteps).values(FIRST_STEPS.map((step) => ({ ...step, changedBy: memberId, changedAt: now() })));
}

/** Makes the list the committee's own, to be changed. */
export const openTemplate = (tx: Tx, { actor }: Naming): Promise<void> => layTemplate(tx, actor);

type Row = typeof kitSteps.$inferSelect;

/** Keeps the words that a change brought, or that it replaced. */
const keep = async (tx: Tx, { memberId }: Actor, act: "added" | "reworded" | "retired" | "returned", stepId: number, { days, role, title, message }: Step): Promise<void> =>
  void (await tx.insert(kitChanges).values({ stepId, act, days, role, title, message, changedBy: memberId, changedAt: now() }));

/** Adds a step to the community's list. It shows in the sittings that get their tasks from now on. */
export async function addStep(tx: Tx, { actor }: Naming, step: Step): Promise<number> {
  await layTemplate(tx, actor);
  const [made] = await tx.insert(kitSteps).values({ ...step, changedBy: actor.memberId, changedAt: now() }).returning({ id: kitSteps.id });
  if (!made) throw new Error("nothing was inserted");
  await keep(tx, actor, "added", made.id, step);
  return made.id;
}

/**
 * Words a step anew. Where it waits to be done in sittings to come it changes there too; what
 * was handed to another role, or moved to another day, stays so.
 * @throws DomainError thing.absent; kit.moved when someone else changed it meanwhile
 */
export async function reviseStep(tx: Tx, { actor }: Naming, stepId: number, version: number, step: Step): Promise<void> {
  const there = await lockStep(tx, stepId);
  if (there.retiredAt || there.revision !== version) throw new DomainError("kit.moved");
  const { days, role, title, message } = there;
  if (days === step.days && role === step.role && title === step.title && message === step.message) return;
  await tx.update(kitSteps).set({ ...step, changedBy: actor.memberId, changedAt: now(), revision: version + 1 }).where(eq(kitSteps.id, stepId));
  await keep(tx, actor, "reworded", stepId, there);
  await tx.execute(sql`
    update sitting_tasks t set title = ${step.title}, message = ${step.message}, role = case when t.role = ${role} then ${step.role} else t.role end, days = case when t.days = ${days} then ${step.days} else t.days end
    from sittings s where s.id = t.sitting_id and ${toCome()} and t.step_id = ${stepId} and t.done_at is null`);
}

/** The sittings « s » that nobody has held yet, by the application's clock. */
const toCome = () => sql`s.held_at is null and s.cancelled_at is null and s.starts_at > ${now().toISOString()}::timestamptz`;

/** Takes a step off the list, and out of the sittings to come where it waits. What is done of it stays where it was done. */
export async function retireStep(tx: Tx, { actor }: Naming, stepId: number): Promise<void> {
  const there = await lockStep(tx, stepId);
  if (there.retiredAt) return;
  await tx.update(kitSteps).set({ retiredAt: now(), changedBy: actor.memberId, changedAt: now(), revision: there.revision + 1 }).where(eq(kitSteps.id, stepId));
  await keep(tx, actor, "retired", stepId, there);
  await tx.execute(sql`delete from sitting_tasks t using sittings s where s.id = t.sitting_id and ${toCome()} and t.step_id = ${stepId} and t.done_at is null`);
}

/** Puts a step back that was taken off. */
export async function returnStep(tx: Tx, { actor }: Naming, stepId: number): Promise<void> {
  const there = await lockStep(tx, stepId);
  if (!there.retiredAt) return;
  await tx.update(kitSteps).set({ retiredAt: null, changedBy: actor.memberId, changedAt: now(), revision: there.revision + 1 }).where(eq(kitSteps.id, stepId));
  await keep(tx, actor, "returned", stepId, there);
}

/** @throws DomainError thing.absent */
async function lockStep(tx: Tx, stepId: number): Promise<Row> {
  const [there] = await tx.select().from(kitSteps).where(eq(kitSteps.id, stepId)).for("update");
  if (!there) throw new DomainError("thing.absent");
  return there;
}

/** Says what one would change in the list, of one step or of the whole, for the committee to weigh. @throws DomainError thing.absent */
export async function proposeChange(tx: Tx, { actor }: Proposing, { stepId, body }: { stepId: number | null; body: string }): Promise<void> {
  if (stepId !== null) await lockStep(tx, stepId);
  await tx.insert(kitNotes).values({ memberId: actor.memberId, stepId, body, at: now() });
  for (const id of await committeeOf(tx)) tx.announce({ type: "todo.changed", id });
}

async function committeeOf(tx: Tx): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`select member_id::int as id from member_roles where role = 'committee'`);
  return rows.map(({ id }) => id);
}

/** The committee took a proposal up, or not. Settling it twice changes nothing. */
export async function settleNote(tx: Tx, { actor }: Naming, noteId: number, outcome: "taken" | "set-aside"): Promise<void> {
  const settled = await tx.update(kitNotes).set({ settledAt: now(), settledBy: actor.memberId, outcome }).where(and(eq(kitNotes.id, noteId), isNull(kitNotes.settledAt))).returning({ id: kitNotes.id });
  if (settled.length === 0 && (await tx.select({ id: kitNotes.id }).from(kitNotes).where(eq(kitNotes.id, noteId))).length === 0) throw new DomainError("thing.absent");
  for (const id of await committeeOf(tx)) tx.announce({ type: "todo.changed", id });
}
