import { sql, type SQL } from "drizzle-orm";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { renderMarkdown } from "~/kit/markdown.server";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import { layThreadTopics } from "~/features/topic/mutations.server";
import { moveHead } from "./revision-mutations.server";
import { begunUnnamedBy, openTo, reachOf } from "./sql.server";

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

/** The journal never forgets: who began a thread without their name leads it without it there too. */
async function note(tx: Tx, actor: MemberActor, id: number, act: string): Promise<void> {
  const [thread] = await tx.execute<{ unnamed: boolean }>(sql`select ${begunUnnamedBy(actor.memberId)} as unnamed from threads where threads.id = ${id}`);
  await tx.audit({ actor: thread?.unnamed ? null : actor, act, subjectId: id });
}

const STATES = {
  closed: { at: sql`closed_at`, by: sql`closed_by` },
  pinned: { at: sql`pinned_at`, by: sql`pinned_by` },
  announced: { at: sql`announced_at`, by: sql`announced_by` },
  removed: { at: sql`removed_at`, by: sql`removed_by` },
};

/** A state as its instant and its person, or neither. */
function state(name: keyof typeof STATES, actor: MemberActor, on: boolean): SQL {
  const { at, by } = STATES[name];
  if (!on) return sql`${at} = null, ${by} = null`;
  return sql`${at} = coalesce(${at}, ${now().toISOString()}::timestamptz), ${by} = coalesce(${by}, ${actor.memberId}::bigint)`;
}

export async function renameThread(tx: Tx, { actor, subject: id }: Leading, title: string): Promise<void> {
  await change(tx, actor, id, sql`title = ${title}`);
  await note(tx, actor, id, "thread.renamed");
}

/** What it is about: these topics and no others. */
export async function sortThread(tx: Tx, { actor, subject: id }: Leading, names: readonly string[]): Promise<void> {
  await change(tx, actor, id, sql`title = title`);
  const [thread] = await tx.execute<{ unnamed: boolean }>(sql`select author_id is null as unnamed from threads where id = ${id}`);
  await layThreadTopics(tx, { by: thread?.unnamed ? null : actor.memberId, threadId: id, names });
}

export type Summary = { body: string; /** When the summary that this one replaces was written; empty for none. */ replaces: string };

/**
 * Says what came out of it, over its messages. An empty text takes the summary away.
 * @throws DomainError state.moved when someone else wrote another one meanwhile.
 */
export async function summariseThread(tx: Tx, { actor, subject: id }: Leading, { body, replaces }: Summary): Promise<void> {
  const { html, version } = renderMarkdown(body);
  const set = body
    ? sql`summary_body = ${body}, summary_html = ${html}, summary_renderer_version = ${version}::smallint, summary_at = ${now().toISOString()}::timestamptz, summary_by = ${actor.memberId}::bigint`
    : sql`summary_body = null, summary_html = null, summary_renderer_version = null, summary_at = null, summary_by = null`;
  await change(tx, actor, id, set, sql`coalesce((extract(epoch from summary_at) * 1000)::bigint::text, '') = ${replaces}`);
  await note(tx, actor, id, body ? "thread.summarised" : "thread.summary-removed");
}

/** Nobody writes in it any more; or they do again. */
export async function closeThread(tx: Tx, { actor, subject: id }: Leading, closed: boolean): Promise<void> {
  await change(tx, actor, id, state("closed", actor, closed));
  await note(tx, actor, id, closed ? "thread.closed" : "thread.reopened");
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

/** Takes a discussion away from everybody but its author and the committee; or gives it back as it was. */
export async function removeThread(tx: Tx, { actor, subject: id }: Featuring, removed: boolean): Promise<void> {
  await change(tx, actor, id, state("removed", actor, removed), removed ? sql`removed_at is null` : sql`removed_at is not null`);
  await note(tx, actor, id, removed ? "thread.removed" : "thread.restored");
}

/** Everyone is told of it, once: making it an announcement again tells nobody twice. */
export async function announceThread(tx: Tx, { actor, subject: id }: Featuring, announced: boolean): Promise<void> {
  await change(tx, actor, id, state("announced", actor, announced));
  if (!announced) return;
  const [first] = await tx.execute(sql`select id from messages where thread_id = ${id} and position = 1`);
  if (first) await tx.enqueue("notification.spread", { messageId: Number(first.id), cause: "announcement", by: actor.memberId });
}
