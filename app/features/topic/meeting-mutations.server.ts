import { inArray, sql } from "drizzle-orm";
import { topics } from "#db/schema/topic";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import { ask, lockTopic, moveTopic, nameTopics, noteStep } from "./mutations.server";

/** What meetings make of their topics; feature meeting calls these in its own transactions, under its own proof. */

type Topic = typeof topics.$inferSelect;

/** The topics of a meeting, each as what it became, locked in the order of their numbers. */
async function lockTopicsOf(tx: Tx, meetingId: number): Promise<Topic[]> {
  const found = await tx.execute(sql`select distinct coalesce(t.merged_into, t.id)::int as id from meeting_topics mt join topics t on t.id = mt.topic_id where mt.meeting_id = ${meetingId}`);
  return lockAll(tx, found.map(({ id }) => Number(id)));
}

const lockAll = async (tx: Tx, ids: readonly number[]): Promise<Topic[]> =>
  ids.length === 0 ? [] : tx.select().from(topics).where(inArray(topics.id, [...ids])).orderBy(topics.id).for("update");

/** Every vote that is held for a topic comes back to who gave it. */
export async function returnVotes(tx: Tx, id: number): Promise<void> {
  await tx.execute(sql`update topic_supports set slot = null, returned_at = ${now().toISOString()}::timestamptz where topic_id = ${id} and slot is not null`);
}

/** Who asked for a topic since it waits: they are told what becomes of it. */
async function listSupporters(tx: Tx, { id, askedAt }: Topic): Promise<number[]> {
  if (!askedAt) return [];
  const since = sql`${askedAt.toISOString()}::timestamptz`;
  const rows = await tx.execute(sql`
    select member_id::int as id from topic_supports where topic_id = ${id} and given_at >= ${since}
    union select c.written_by::int from meeting_cards c join topics t on t.id = c.topic_id where coalesce(t.merged_into, t.id) = ${id} and c.settled_at >= ${since} order by 1`);
  return rows.map((row) => Number(row.id));
}

export type Card = { topicId: number | null; name: string; wish: string; meetingId: number };

/**
 * A card of a meeting asks for a topic: one that is there, or a new one. Nobody's name goes with it
 * and nobody's vote is taken; whoever wrote the card is counted among those who ask. Returns its number.
 * @throws DomainError thing.absent
 */
export async function askOnCard(tx: Tx, { topicId, name, wish, meetingId }: Card): Promise<number> {
  const [id] = topicId === null ? await nameTopics(tx, null, [name]) : [topicId];
  const topic = await lockTopic(tx, id ?? 0);
  await ask(tx, topic, null, { wish, meetingId });
  const [noted] = await tx.execute(sql`select 1 from topic_steps where topic_id = ${topic.id} and meeting_id = ${meetingId} and kind in ('proposed', 'reopened')`);
  if (!noted) await noteStep(tx, { topicId: topic.id, kind: "proposed", meetingId });
  await moveTopic(tx, topic.id);
  return topic.id;
}

/** A topic and the people who asked for it. */
export type Asked = { topicId: number; supporters: number[] };

/**
 * A meeting about them is open: its topics are planned, and their votes come back.
 * Returns those that were not planned before, with whom to tell.
 */
export async function planTopics(tx: Tx, actor: MemberActor, meetingId: number): Promise<Asked[]> {
  const planned: Asked[] = [];
  for (const topic of await lockTopicsOf(tx, meetingId)) {
    const [noted] = await tx.execute(sql`select 1 from topic_steps where topic_id = ${topic.id} and meeting_id = ${meetingId} and kind = 'planned'`);
    if (topic.state === "merged" || (noted && topic.state === "planned")) continue;
    planned.push({ topicId: topic.id, supporters: await listSupporters(tx, topic) });
    await returnVotes(tx, topic.id);
    await moveTopic(tx, topic.id, { state: "planned", stateAt: now(), dismissedReason: null, raisedAt: null, raisedBy: null, raisedReason: null });
    await noteStep(tx, { topicId: topic.id, kind: "planned", byId: actor.memberId, meetingId });
  }
  return planned;
}

/** It was held: what was planned is discussed. Another of its sittings changes nothing more. */
export async function discussTopics(tx: Tx, actor: MemberActor, meetingId: number): Promise<Asked[]> {
  const discussed: Asked[] = [];
  for (const topic of await lockTopicsOf(tx, meetingId)) {
    const [noted] = await tx.execute(sql`select 1 from topic_steps where topic_id = ${topic.id} and meeting_id = ${meetingId} and kind = 'discussed'`);
    if (noted) continue;
    discussed.push({ topicId: topic.id, supporters: await listSupporters(tx, topic) });
    await moveTopic(tx, topic.id, { discussedAt: now(), ...(topic.state === "planned" ? { state: "discussed", stateAt: now() } : {}) });
    await noteStep(tx, { topicId: topic.id, kind: "discussed", byId: actor.memberId, meetingId });
  }
  return discussed;
}

/** What no open meeting is to talk about any more waits again, kept by the committee, with the people who asked for it. */
export async function releaseTopics(tx: Tx, actor: MemberActor, meetingId: number, among: readonly number[] | null = null): Promise<void> {
  for (const topic of among === null ? await lockTopicsOf(tx, meetingId) : await lockAll(tx, among)) {
    if (topic.state !== "planned") continue;
    const [elsewhere] = await tx.execute(sql`
      select 1 from meeting_topics mt join topics t on t.id = mt.topic_id join meetings m on m.id = mt.meeting_id and m.opened_at is not null
      join sittings s on s.meeting_id = m.id and s.cancelled_at is null
      where coalesce(t.merged_into, t.id) = ${topic.id} limit 1`);
    if (elsewhere) continue;
    await moveTopic(tx, topic.id, { state: "kept", stateAt: now() });
    await noteStep(tx, { topicId: topic.id, kind: "kept", byId: actor.memberId, meetingId });
  }
}
