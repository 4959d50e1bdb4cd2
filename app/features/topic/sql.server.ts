import { sql } from "drizzle-orm";

/** The parts that the reads of topics « t » share. */

/** The topic, and those that became part of it. */
export const FAMILY = sql`(select f.id from topics f where f.id = t.id or f.merged_into = t.id)`;

/** Who asked for it since it waits, each once: by a vote, whether it is held or came back, or on a card after a meeting. Who pauses or has left is not counted. */
const ASKING = sql`from members s where s.state = 'active' and s.id in (
  select v.member_id from topic_supports v where v.topic_id = t.id and v.given_at >= t.asked_at
  union select c.written_by from meeting_cards c where c.topic_id in ${FAMILY} and c.settled_at >= t.asked_at)`;

/** People, the organisations they work in, and the poles where they come to meetings; and how many asked for it in one survey, which may be the same people. */
export const DEMAND = sql`
  (select count(*)::int ${ASKING}) as people,
  (select count(distinct o.organisation_id)::int from memberships o where o.member_id in (select s.id ${ASKING})) as organisations,
  (select count(distinct g.pole_id)::int from meeting_answers a join sittings g on g.id = a.sitting_id where a.state = 'coming' and a.member_id in (select s.id ${ASKING})) as poles,
  (select coalesce(max(e.people), 0) from topic_steps e where e.topic_id in ${FAMILY} and e.at >= t.asked_at) as surveyed`;

/** Discussions that can be read by every member. */
export const THREADS = sql`from thread_topics tt join threads h on h.id = tt.thread_id and h.removed_at is null where tt.topic_id in ${FAMILY}`;

/** Open meetings about it. */
export const MEETINGS = sql`from meeting_topics mt join meetings m on m.id = mt.meeting_id and m.opened_at is not null where mt.topic_id in ${FAMILY}`;
