import { and, eq, isNotNull, sql } from "drizzle-orm";
import { topicSteps } from "#db/schema/topic-step";
import { topics, topicSupports } from "#db/schema/topic";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { askableFrom, VOTES, waits } from "./model";
import type { Proposing, Voting } from "./policy";

/**
 * The numbers of the topics that have these names, whatever their capitals and accents;
 * a name that is new joins the list, and one that was merged stands for what it became.
 * @param by whose name goes with a new one, if anybody's
 */
export async function nameTopics(tx: Tx, by: number | null, names: readonly string[]): Promise<number[]> {
  if (names.length === 0) return [];
  const wanted = sql`json_to_recordset(${JSON.stringify(names.map((name, place) => ({ name, place })))}::json) as w(name text, place int)`;
  // In the order of their names, so that two people who add the same ones do not wait for each other in a ring.
  await tx.execute(sql`
    insert into topics (name, created_by, created_at) select w.name, ${by}::bigint, ${now().toISOString()}::timestamptz from ${wanted} order by folded(w.name)
    on conflict (folded(name)) do nothing`);
  const found = await tx.execute(sql`
    select coalesce(t.merged_into, t.id)::int as id from ${wanted} join topics t on folded(t.name) = folded(w.name) group by 1 order by min(w.place)`);
  return found.map(({ id }) => Number(id));
}

/** Gives a thread these topics and no others. Whoever changes a thread that others read has moved its head first. */
export async function layThreadTopics(tx: Tx, { by, threadId, names }: { by: number | null; threadId: number; names: readonly string[] }): Promise<void> {
  const ids = await nameTopics(tx, by, names);
  const chosen = sql`select c.value::text::bigint from json_array_elements(${JSON.stringify(ids)}::json) c`;
  await tx.execute(sql`
    delete from thread_topics tt using topics t where tt.thread_id = ${threadId} and t.id = tt.topic_id and coalesce(t.merged_into, t.id) not in (${chosen})`);
  await tx.execute(sql`
    insert into thread_topics (thread_id, topic_id, added_by, added_at)
    select ${threadId}, c.id, ${by}::bigint, ${now().toISOString()}::timestamptz from (${chosen}) c(id)
    where not exists (select 1 from thread_topics tt join topics t on t.id = tt.topic_id where tt.thread_id = ${threadId} and coalesce(t.merged_into, t.id) = c.id)`);
}

type Topic = typeof topics.$inferSelect;

/**
 * One change of a topic after the other. The lock of a topic comes before that of a member.
 * @throws DomainError thing.absent
 */
export async function lockTopic(tx: Tx, id: number): Promise<Topic> {
  const [topic] = await tx.select().from(topics).where(eq(topics.id, id)).for("update");
  if (!topic) throw new DomainError("thing.absent");
  return topic;
}

/** Changes a topic that is locked, and says so to the pages that show it. */
export async function moveTopic(tx: Tx, id: number, set: Partial<Topic> = {}): Promise<void> {
  await tx.update(topics).set({ ...set, revision: sql`${topics.revision} + 1` }).where(eq(topics.id, id));
  tx.announce({ type: "topic.moved", id });
}

type Step = Omit<typeof topicSteps.$inferInsert, "at">;
export const noteStep = (tx: Tx, step: Step): Promise<unknown> => tx.insert(topicSteps).values({ ...step, at: now() });

/** A survey that asked for a topic, and how many people wanted it there, where that may be said. */
export type Surveyed = { id: number; people: number | null };
export type Wish = { name: string; wish?: string; /** The discussion that it comes from. */ threadId?: number | null; survey?: Surveyed | null };
export type Proposed = { id: number; /** It waits now: it could be asked for. */ waits: boolean; /** The vote of who proposed it is given. */ voted: boolean };

/**
 * Asks for a topic to be talked about. One of that name gets the wish instead of a double;
 * one that was discussed or set aside more than a year ago waits anew. Whoever proposes it
 * under their name gives it a vote, if one is left. What is unsigned leaves nobody's name.
 */
export async function proposeTopic(tx: Tx, { actor, subject: { signed } }: Proposing, { name, wish = "", threadId = null, survey = null }: Wish): Promise<Proposed> {
  const by = signed ? actor.memberId : null;
  const [id] = await nameTopics(tx, by, [name]);
  if (id === undefined) throw new Error("a topic has a name");
  const topic = await lockTopic(tx, id);
  if (threadId !== null) await tx.execute(sql`insert into thread_topics (thread_id, topic_id, added_by, added_at) values (${threadId}, ${id}, ${by}::bigint, ${now().toISOString()}::timestamptz) on conflict do nothing`);
  const asked = await ask(tx, topic, by, { wish, survey });
  if (survey) await noteSurvey(tx, id, survey);
  if (!asked) return { id, waits: false, voted: false };
  const voted = signed && (await giveVote(tx, actor.memberId, id));
  await moveTopic(tx, id);
  return { id, waits: true, voted };
}

const partOf = (survey: Surveyed | null) => (survey ? { surveyId: survey.id, people: survey.people } : {});

/** Says in the topic's steps which survey asked for it; said again, it changes nothing. */
async function noteSurvey(tx: Tx, topicId: number, survey: Surveyed): Promise<void> {
  const [noted] = await tx.execute(sql`select 1 from topic_steps where topic_id = ${topicId} and survey_id = ${survey.id}`);
  if (noted) return;
  await noteStep(tx, { topicId, kind: "proposed", ...partOf(survey) });
  await moveTopic(tx, topicId);
}

/** Where a wish comes from. */
type Origin = { wish?: string; survey?: Surveyed | null; meetingId?: number | null };

/** A topic that is locked begins to wait, if it may. */
export async function ask(tx: Tx, topic: Topic, by: number | null, { wish = "", survey = null, meetingId = null }: Origin = {}): Promise<boolean> {
  const at = now();
  if (waits(topic.state)) {
    if (topic.askedAt) return true;
    await tx.update(topics).set({ askedAt: at, stateAt: at, wish: topic.wish || wish }).where(eq(topics.id, topic.id));
    await noteStep(tx, { topicId: topic.id, kind: "proposed", byId: by, meetingId, ...partOf(survey) });
    return true;
  }
  const from = askableFrom(topic.state, topic.discussedAt ?? topic.stateAt);
  if (from === null || from > at) return false;
  await reopen(tx, topic, by, { survey, meetingId });
  return true;
}

/** It waits anew, from now on. */
export async function reopen(tx: Tx, { id }: Topic, by: number | null, { survey = null, meetingId = null }: Origin = {}): Promise<void> {
  const at = now();
  await tx.update(topics).set({ state: "proposed", stateAt: at, askedAt: at, dismissedReason: null }).where(eq(topics.id, id));
  await noteStep(tx, { topicId: id, kind: "reopened", byId: by, meetingId, ...partOf(survey) });
}

/**
 * Gives one of the member's five votes, and says whether one was left. The member's row is locked, so that two
 * votes at once take two places; the places are numbered and unique, so that there is no sixth.
 */
async function giveVote(tx: Tx, memberId: number, topicId: number): Promise<boolean> {
  const at = now().toISOString();
  await tx.execute(sql`select 1 from members where id = ${memberId} for no key update`);
  await tx.execute(sql`
    insert into topic_supports (topic_id, member_id, given_at, slot)
    select ${topicId}, ${memberId}, ${at}::timestamptz, free.slot
    from (select min(n) as slot from generate_series(1, ${VOTES}::int) n where not exists (select 1 from topic_supports s where s.member_id = ${memberId} and s.slot = n)) free
    where free.slot is not null
    on conflict on constraint topic_supports_once do update set slot = excluded.slot, given_at = excluded.given_at, returned_at = null where topic_supports.slot is null`);
  const [held] = await tx.select({ slot: topicSupports.slot }).from(topicSupports).where(and(eq(topicSupports.topicId, topicId), eq(topicSupports.memberId, memberId), isNotNull(topicSupports.slot)));
  return held !== undefined;
}

/**
 * Gives one's vote to a topic, or takes it back. Saying it twice changes nothing.
 * @throws DomainError thing.absent, topic.not-waiting, topic.votes-taken
 */
export async function voteFor(tx: Tx, { actor, subject: id }: Voting, wanted: boolean): Promise<void> {
  const topic = await lockTopic(tx, id);
  if (!wanted) {
    // A vote that came back is history, and stays.
    await tx.execute(sql`delete from topic_supports where topic_id = ${id} and member_id = ${actor.memberId} and slot is not null`);
    return moveTopic(tx, id);
  }
  if (!(await ask(tx, topic, actor.memberId))) throw new DomainError("topic.not-waiting");
  if (!(await giveVote(tx, actor.memberId, id))) throw new DomainError("topic.votes-taken");
  await moveTopic(tx, id);
}
