import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { hasRole, type MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Step } from "../kit/model";

export type StepFacts = Step & { id: number; revision: number; retired: boolean };
export type NoteFacts = { id: number; stepId: number | null; stepTitle: string | null; body: string; by: string; mine: boolean; at: string; outcome: "taken" | "set-aside" | null };
export type ChangeFacts = Step & { id: number; stepId: number; act: "added" | "reworded" | "retired" | "returned"; by: string; at: string; now: string };

const MOST_CHANGES = 30;

/** The community's list, those that were taken off included; empty where nobody has used it yet. */
export async function listSteps(_actor: MemberActor): Promise<StepFacts[]> {
  return [
    ...(await db.execute<StepFacts>(sql`
      select id::int, days, role, title, message, revision, retired_at is not null as retired from kit_steps order by days, array_position(array['facilitation', 'coordination', 'notes'], role), id limit 200`)),
  ];
}

/** @throws DomainError thing.absent */
export async function findStep(actor: MemberActor, id: number): Promise<StepFacts> {
  const found = (await listSteps(actor)).find((step) => step.id === id);
  if (!found) throw new DomainError("thing.absent");
  return found;
}

/** How the list became what it is, the latest first. */
export async function listChanges(_actor: MemberActor): Promise<ChangeFacts[]> {
  return [
    ...(await db.execute<ChangeFacts>(sql`
      select c.id::int, c.step_id::int as "stepId", c.act, c.days, c.role, c.title, c.message, (select name from members where id = c.changed_by) as by, c.changed_at as at, k.title as now
      from kit_changes c join kit_steps k on k.id = c.step_id order by c.id desc limit ${MOST_CHANGES}`)),
  ];
}

/** What was proposed: one's own for everybody, and all that waits for the committee. */
export async function listNotes(actor: MemberActor): Promise<NoteFacts[]> {
  return [
    ...(await db.execute<NoteFacts>(sql`
      select n.id::int, n.step_id::int as "stepId", (select title from kit_steps where id = n.step_id) as "stepTitle", n.body, (select name from members where id = n.member_id) as by, n.member_id = ${actor.memberId} as mine, n.at, n.outcome
      from kit_notes n where n.member_id = ${actor.memberId} or (${hasRole(actor, "committee")}::boolean and n.settled_at is null)
      order by n.settled_at is not null, n.id desc limit 60`)),
  ];
}

/** How many proposals wait for the committee, and since when. */
export async function countWaitingNotes(_actor: MemberActor): Promise<{ count: number; since: string | null }> {
  const [row] = await db.execute<{ count: number; since: string | null }>(sql`select count(*)::int as count, min(at) as since from kit_notes where settled_at is null`);
  return row ?? { count: 0, since: null };
}
