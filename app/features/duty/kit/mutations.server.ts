import { eq, sql } from "drizzle-orm";
import { kitSteps, sittingTasks } from "#db/schema/kit";
import type { Actor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import { FIRST_STEPS } from "../first-steps.server";

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
