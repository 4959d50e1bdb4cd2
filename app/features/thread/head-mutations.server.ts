import { sql, type SQL } from "drizzle-orm";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import { moveHead } from "./revision-mutations.server";
import { openTo, reachOf } from "./sql.server";

type Leading = Proof<"thread.lead", number, MemberActor>;
type Featuring = Proof<"thread.feature", number, MemberActor>;

/**
 * Changes what stands above the messages. Said again, it changes nothing more:
 * who did it first stays. The lock of the thread comes first.
 */
async function change(tx: Tx, actor: MemberActor, id: number, set: SQL, condition = sql`true`): Promise<void> {
  await moveHead(tx, id);
  const changed = await tx.execute(sql`update threads set ${set} where threads.id = ${id} and ${openTo(reachOf(actor))} and ${condition} returning 1`);
  if (changed.length > 0) return;
  const [there] = await tx.execute(sql`select 1 from threads where threads.id = ${id} and ${openTo(reachOf(actor))}`);
  throw new DomainError(there ? "state.moved" : "thing.absent");
}

const STATES = {
  closed: { at: sql`closed_at`, by: sql`closed_by` },
  pinned: { at: sql`pinned_at`, by: sql`pinned_by` },
  announced: { at: sql`announced_at`, by: sql`announced_by` },
};

/** A state as its instant and its person, or neither. */
function state(name: keyof typeof STATES, actor: MemberActor, on: boolean): SQL {
  const { at, by } = STATES[name];
  if (!on) return sql`${at} = null, ${by} = null`;
  return sql`${at} = coalesce(${at}, ${now().toISOString()}::timestamptz), ${by} = coalesce(${by}, ${actor.memberId}::bigint)`;
}

export async function renameThread(tx: Tx, { actor, subject: id }: Leading, title: string): Promise<void> {
  await change(tx, actor, id, sql`title = ${title}`);
  await tx.audit({ actor, act: "thread.renamed", subjectId: id });
}

/** Nobody writes in it any more; or they do again. */
export async function closeThread(tx: Tx, { actor, subject: id }: Leading, closed: boolean): Promise<void> {
  await change(tx, actor, id, state("closed", actor, closed));
  await tx.audit({ actor, act: closed ? "thread.closed" : "thread.reopened", subjectId: id });
}

/** It asks for an answer. Taking that back takes back which message was the answer. */
export async function askInThread(tx: Tx, { actor, subject: id }: Leading, asked: boolean): Promise<void> {
  const set = asked
    ? sql`asked_at = coalesce(asked_at, ${now().toISOString()}::timestamptz)`
    : sql`asked_at = null, answer_message_id = null, answered_at = null, answered_by = null`;
  await change(tx, actor, id, set);
}

/**
 * Says which message answered the question, or that none did after all. Its author is told.
 * @throws DomainError state.moved when it is no question any more or the message is gone.
 */
export async function markAnswer(tx: Tx, { actor, subject: id }: Leading, messageId: number | null): Promise<void> {
  if (messageId === null) return change(tx, actor, id, sql`answer_message_id = null, answered_at = null, answered_by = null`);
  await change(
    tx,
    actor,
    id,
    sql`answer_message_id = ${messageId}::bigint, answered_at = ${now().toISOString()}::timestamptz, answered_by = ${actor.memberId}::bigint`,
    sql`asked_at is not null and exists (select 1 from messages m where m.id = ${messageId}::bigint and m.thread_id = threads.id and m.deleted_at is null)`,
  );
  await tx.enqueue("notification.spread", { messageId, cause: "answer", by: actor.memberId });
}

export async function pinThread(tx: Tx, { actor, subject: id }: Featuring, pinned: boolean): Promise<void> {
  await change(tx, actor, id, state("pinned", actor, pinned));
}

/** Everyone is told of it, once: making it an announcement again tells nobody twice. */
export async function announceThread(tx: Tx, { actor, subject: id }: Featuring, announced: boolean): Promise<void> {
  await change(tx, actor, id, state("announced", actor, announced));
  if (!announced) return;
  const [first] = await tx.execute(sql`select id from messages where thread_id = ${id} and position = 1`);
  if (first) await tx.enqueue("notification.spread", { messageId: Number(first.id), cause: "announcement", by: actor.memberId });
}
