import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { ParticipantActor } from "~/kit/actor";
import { formatCursor, type ListCursor } from "~/features/thread/model";
import { openTo, reachOf, UNNAMED } from "~/features/thread/sql.server";

const PER_PAGE = 30;

export type Bookmark = { messageId: number; threadId: number; title: string; author: string; body: string; at: Date };

type Row = { message_id: string; thread_id: string; title: string; author: string; body: string; at: string; micros: string };

/** One's own bookmarks, the latest first, of what one may still read. */
export async function listBookmarks(actor: ParticipantActor, cursor: ListCursor | null): Promise<{ bookmarks: Bookmark[]; next: string | null }> {
  const reach = reachOf(actor);
  const before = cursor ? sql`and (b.at, b.message_id) < ('epoch'::timestamptz + ${cursor.micros}::float8 * interval '1 microsecond', ${cursor.id}::bigint)` : sql``;
  const rows = (await db.execute(sql`
    select b.message_id, threads.id as thread_id, threads.title, coalesce(a.name, ${UNNAMED}) as author, m.body, b.at, (extract(epoch from b.at) * 1000000)::bigint as micros
    from bookmarks b
    join messages m on m.id = b.message_id
    join threads on threads.id = m.thread_id
    left join members a on a.id = m.author_id
    where b.member_id = ${reach.me} and ${openTo(reach)} ${before}
    order by b.at desc, b.message_id desc limit ${PER_PAGE + 1}`)) as unknown as Row[];
  const shown = rows.slice(0, PER_PAGE);
  const last = shown.at(-1);
  return {
    bookmarks: shown.map((row) => ({ messageId: Number(row.message_id), threadId: Number(row.thread_id), title: row.title, author: row.author, body: row.body, at: new Date(row.at) })),
    next: rows.length > PER_PAGE && last ? formatCursor({ micros: String(last.micros), id: String(last.message_id) }) : null,
  };
}
