import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { ParticipantActor } from "~/kit/actor";
import { firstOrganisationOf } from "~/features/organisation/sql.server";
import { openTo, reachOf, UNNAMED } from "~/features/thread/sql.server";
import { formatCursor, PER_PAGE, type ListCursor, type NotificationKind } from "./model";

export type ListedNotification = {
  id: number;
  kind: NotificationKind;
  unread: boolean;
  at: Date;
  /** How many replies the line stands for. */
  count: number;
  /** The message that caused it, in its thread. */
  threadId: number;
  title: string;
  messageId: number;
  position: number;
  /** Where it is found when no message caused it. */
  place: string | null;
  author: string;
  organisation: string | null;
};

/** Before this nothing is left out. */
const EVERYTHING: ListCursor = { unread: true, id: "999999999999999" };

/**
 * What a person was told of, unread first and the latest first in each half; replies in one
 * thread are one line in each half. What is no longer open to them is not listed.
 */
export async function listNotifications(actor: ParticipantActor, cursor: ListCursor | null, most = PER_PAGE, kind?: NotificationKind): Promise<{ notifications: ListedNotification[]; next: string | null }> {
  const reach = reachOf(actor);
  const { unread, id } = cursor ?? EVERYTHING;
  const rows = (await db.execute(sql`
    select n.id, n.kind, n.read_at is null as unread, n.at, n.thread_id as "threadId", coalesce(threads.title, '') as title, n.place, n.message_id as "messageId", m.position,
      coalesce(a.name, ${UNNAMED}) as author,
      ${firstOrganisationOf(sql`a.id`)} as organisation,
      case when n.kind = 'reply' then (select count(*)::int from notifications o where o.member_id = n.member_id and o.thread_id = n.thread_id and o.kind = 'reply' and (o.read_at is null) = (n.read_at is null)) else 1 end as count
    from notifications n
    left join threads on threads.id = n.thread_id and ${openTo(reach)}
    left join messages m on m.id = n.message_id and m.deleted_at is null
    left join members a on a.id = coalesce(n.by_id, m.author_id)
    where n.member_id = ${reach.me} and (n.place is not null or (threads.id is not null and m.id is not null)) and (n.read_at is null, n.id) < (${unread}::boolean, ${id}::bigint)
      and (${kind ?? null}::text is null or (n.kind = ${kind ?? null} and n.read_at is null))
      and not (n.kind = 'reply' and exists (select 1 from notifications o
        where o.member_id = n.member_id and o.thread_id = n.thread_id and o.kind = 'reply' and o.id > n.id and (o.read_at is null) = (n.read_at is null)))
    order by n.read_at is null desc, n.id desc
    limit ${most + 1}`)) as unknown as (Omit<ListedNotification, "at"> & { at: string | Date })[];
  const shown = rows.slice(0, most).map((row) => ({ ...row, id: Number(row.id), threadId: Number(row.threadId), messageId: Number(row.messageId), at: new Date(row.at) }));
  const last = shown.at(-1);
  return { notifications: shown, next: rows.length > most && last ? formatCursor({ unread: last.unread, id: String(last.id) }) : null };
}

/** Mentions that wait to be read, the latest first. */
export const listUnreadMentions = async (actor: ParticipantActor, most: number): Promise<ListedNotification[]> => (await listNotifications(actor, null, most, "mention")).notifications;
