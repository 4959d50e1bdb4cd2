import { sql } from "drizzle-orm";
import { CONVERSATIONS } from "#db/demo/conversations";
import { typographic } from "#db/demo/conversation";
import { ANNOUNCED, ANSWERS, PINNED, SUMMARY, THREAD_TOPICS, WISHES, type DemoWish } from "#db/demo/topics";
import { after, DAY } from "~/kit/clock.server";
import { renderMarkdown } from "~/kit/markdown.server";
import type { Tx } from "~/kit/transaction.server";
import { nameTopics } from "~/features/topic/mutations.server";
import type { WrittenThread } from "./conversations.server";
import type { Cast } from "./people.server";

const json = (value: unknown) => JSON.stringify(value);

/** What the discussions are about and which of them are questions, then what people want to talk about, and what became of it. */
export async function fillTopics(tx: Tx, cast: Cast, written: readonly WrittenThread[], today: Date): Promise<void> {
  await fillThreads(tx, cast, written, today);
  await fillMet(tx);
  for (const wish of WISHES) await fillWish(tx, cast, written, wish, today);
}

async function fillThreads(tx: Tx, { idOf }: Cast, written: readonly WrittenThread[], today: Date): Promise<void> {
  const threadOf = new Map(written.map(({ key, id }) => [key, id]));
  const names = [...new Set(Object.values(THREAD_TOPICS).flat())];
  const ids = await nameTopics(tx, null, names);
  const topicOf = new Map(names.map((name, index) => [name, ids[index]]));
  const about = Object.entries(THREAD_TOPICS).flatMap(([key, topics]) => topics.map((name) => ({ thread: threadOf.get(key), topic: topicOf.get(name) })));
  await tx.execute(sql`
    insert into thread_topics (thread_id, topic_id, added_by, added_at) select t.id, a.topic, t.author_id, t.created_at
    from json_to_recordset(${json(about)}::json) as a (thread bigint, topic bigint) join threads t on t.id = a.thread`);
  const asked = CONVERSATIONS.filter(({ question }) => question).map(({ key }) => ({ thread: threadOf.get(key), answer: ANSWERS[key] ?? null }));
  await tx.execute(sql`
    update threads t set asked_at = t.created_at, answer_message_id = m.id, answered_at = m.created_at, answered_by = case when m.id is not null then t.author_id end
    from json_to_recordset(${json(asked)}::json) as q (thread bigint, answer int) left join messages m on m.thread_id = q.thread and m.position = q.answer where t.id = q.thread`);
  await tx.execute(sql`update threads set pinned_at = created_at, pinned_by = ${idOf(PINNED.by)} where id = ${threadOf.get(PINNED.key) ?? 0}`);
  await tx.execute(sql`update threads set announced_at = created_at, announced_by = ${idOf(ANNOUNCED.by)} where id = ${threadOf.get(ANNOUNCED.key) ?? 0}`);
  const { html, version } = renderMarkdown(SUMMARY.body);
  await tx.execute(sql`
    update threads set summary_body = ${SUMMARY.body}, summary_html = ${html}, summary_renderer_version = ${version}, summary_by = author_id, summary_at = ${after(today, -SUMMARY.daysAgo * DAY).toISOString()}::timestamptz
    where id = ${threadOf.get(SUMMARY.key) ?? 0}`);
}

/** Topics of the meetings that were opened were planned; where one of these was held, they were discussed. */
async function fillMet(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into topic_steps (topic_id, kind, at, by_id, meeting_id)
    select mt.topic_id, 'planned', m.opened_at, m.opened_by, m.id from meetings m join meeting_topics mt on mt.meeting_id = m.id where m.opened_at is not null
    union all
    select mt.topic_id, 'discussed', min(s.held_at), min(s.held_by), m.id from meetings m join meeting_topics mt on mt.meeting_id = m.id join sittings s on s.meeting_id = m.id where s.held_at is not null group by mt.topic_id, m.id`);
  await tx.execute(sql`
    update topics t set state = case when coming.id is not null then 'planned' when held.at is not null then 'discussed' else 'kept' end, state_at = coalesce(coming.at, held.at, t.created_at), discussed_at = held.at
    from topics o
    left join lateral (select m.id, m.opened_at as at from meeting_topics mt join meetings m on m.id = mt.meeting_id join sittings s on s.meeting_id = m.id
      where mt.topic_id = o.id and m.opened_at is not null and s.held_at is null and s.cancelled_at is null limit 1) coming on true
    left join lateral (select max(s.held_at) as at from meeting_topics mt join sittings s on s.meeting_id = mt.meeting_id where mt.topic_id = o.id) held on true
    where o.id = t.id and exists (select 1 from meeting_topics mt join meetings m on m.id = mt.meeting_id where mt.topic_id = o.id and m.opened_at is not null)`);
}

async function fillWish(tx: Tx, { idOf }: Cast, written: readonly WrittenThread[], { name, wish = "", by, daysAgo, supporters, thread, became }: DemoWish, today: Date): Promise<void> {
  const asked = after(today, -daysAgo * DAY).toISOString();
  const [id = 0] = await nameTopics(tx, by === null ? null : idOf(by), [typographic(name)]);
  const threadId = written.find(({ key }) => key === thread)?.id ?? null;
  await tx.execute(sql`
    update topics set wish = ${typographic(wish)}, created_at = least(created_at, ${asked}::timestamptz), asked_at = ${asked}::timestamptz, created_by = ${by && idOf(by)}::bigint where id = ${id}`);
  await tx.execute(sql`insert into topic_steps (topic_id, kind, at, by_id) values (${id}, 'proposed', ${asked}::timestamptz, ${by && idOf(by)}::bigint)`);
  if (became) await fillOutcome(tx, id, idOf(became.by), { ...became, at: after(today, -became.daysAgo * DAY).toISOString() });
  if (threadId !== null) await tx.execute(sql`insert into thread_topics (thread_id, topic_id, added_by) values (${threadId}, ${id}, ${by && idOf(by)}::bigint) on conflict do nothing`);
  const people = [...(by ? [by] : []), ...supporters].map((key, n) => ({ member: idOf(key), at: after(today, -Math.max(1, Math.min(daysAgo, became?.state === "deepen" ? became.daysAgo : daysAgo) - 3 * n) * DAY).toISOString() }));
  await tx.execute(sql`
    insert into topic_supports (topic_id, member_id, given_at, slot, returned_at)
    select ${id}, p.member, p.at, case when t.state in ('proposed', 'kept', 'deepen') then free.slot end, case when t.state not in ('proposed', 'kept', 'deepen') or free.slot is null then greatest(t.state_at, p.at) end
    from json_to_recordset(${json(people)}::json) as p (member bigint, at timestamptz) join topics t on t.id = ${id}
    left join lateral (select min(n) as slot from generate_series(1, 5) n where not exists (select 1 from topic_supports s where s.member_id = p.member and s.slot = n)) free on true`);
}

async function fillOutcome(tx: Tx, id: number, by: number, { state, at, reason }: { state: "kept" | "deepen" | "dismissed"; at: string; reason?: string }): Promise<void> {
  const said = reason ? typographic(reason) : null;
  await tx.execute(sql`
    update topics set state = ${state}, state_at = ${at}::timestamptz, dismissed_reason = ${state === "dismissed" ? said : null}, asked_at = case when ${state} = 'deepen' then ${at}::timestamptz else asked_at end where id = ${id}`);
  await tx.execute(sql`insert into topic_steps (topic_id, kind, at, by_id, reason) values (${id}, ${state}, ${at}::timestamptz, ${by}, ${said ?? ""})`);
}
