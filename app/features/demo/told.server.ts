import { sql } from "drizzle-orm";
import { after, DAY } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";

/** How far back people were told of things; what is older was read and forgotten. */
const TOLD_SINCE = 45 * DAY;

/**
 * Whom each message concerned, as if they had been told when it was written: who had
 * written in the thread before, and whom it names. All of it was mailed already.
 */
export async function fillTold(tx: Tx, today: Date): Promise<void> {
  await tx.execute(sql`insert into thread_follows (thread_id, member_id, level) select distinct thread_id, author_id, 'following' from messages where author_id is not null`);
  await tx.execute(sql`
    insert into notifications (member_id, kind, thread_id, message_id, at, read_at, mailed_at)
    select p.id, case when named then 'mention' else 'reply' end, m.thread_id, m.id, m.created_at,
      case when r.last_position >= m.position then greatest(m.created_at, r.read_at) end, m.created_at
    from messages m
    join members p on p.state = 'active' and p.id is distinct from m.author_id and p.joined_at < m.created_at
    left join thread_reads r on r.thread_id = m.thread_id and r.member_id = p.id
    cross join lateral (select exists (select 1 from mentions n where n.message_id = m.id and n.member_id = p.id) as named) mention
    where m.created_at > ${after(today, -TOLD_SINCE).toISOString()}::timestamptz
      and (named or exists (select 1 from messages own where own.thread_id = m.thread_id and own.author_id = p.id and own.position < m.position))
      and (p.guest_until is null or exists (select 1 from thread_guests g where g.thread_id = m.thread_id and g.member_id = p.id))
    order by m.created_at, p.id`);
}
