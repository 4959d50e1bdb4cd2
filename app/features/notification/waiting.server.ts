import { inArray, sql } from "drizzle-orm";
import { notifications } from "#db/schema/notification";
import { now } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import { messagePath, unreadPath } from "~/features/thread/model";
import { KINDS_BY_CONCERN, type NotificationKind } from "./model";

/** Something that somebody was told of, has not read, and got no mail about. */
export type Waiting = {
  id: number;
  kind: NotificationKind;
  /** The message that caused it, or else the page where it is found. */
  cause: { threadId: number; messageId: number; position: number } | { place: string };
  /** Who caused it; nobody when that is hidden. */
  author: { name: string; organisation: string | null } | null;
  /** A mail of its own is under way. */
  mailUnderWay: boolean;
};

/** More than anybody is told of between two mails. */
const MOST = 1_000;

/**
 * What waits to be mailed to a person, everywhere or in one place (a thread's number, or an
 * address), oldest first. What was
 * deleted, removed or closed to them since is not in it, nor anything for who pauses or left.
 */
export async function listWaiting(tx: Tx, memberId: number, where?: string): Promise<Waiting[]> {
  const at = now().toISOString();
  const rows = await tx.execute(sql`
    select n.id, n.kind, n.place, n.thread_id as "threadId", n.message_id as "messageId", m.position,
      case when a.id is not null then json_build_object('name', a.name, 'organisation', (
        select o.name from memberships s join organisations o on o.id = s.organisation_id where s.member_id = a.id order by s.since, s.organisation_id limit 1)) end as author,
      exists (select 1 from outbox_mails o where o.kind = 'told' and o.member_id = n.member_id and o.subject_ref = coalesce(n.place, n.thread_id::text) and o.sent_at is null and o.parked_at is null) as "mailUnderWay"
    from notifications n
    left join messages m on m.id = n.message_id and m.deleted_at is null
    left join threads t on t.id = n.thread_id and t.removed_at is null
    join members p on p.id = n.member_id and p.state = 'active'
      and (p.guest_until is null or exists (select 1 from thread_guests g where g.thread_id = t.id and g.member_id = p.id and least(g.until, p.guest_until) > ${at}::timestamptz))
    left join members a on a.id = coalesce(n.by_id, m.author_id)
    left join thread_reads r on r.thread_id = n.thread_id and r.member_id = n.member_id
    where n.member_id = ${memberId} and n.read_at is null and n.mailed_at is null and (n.place is not null or (m.id is not null and t.id is not null))
      and (${where ?? null}::text is null or coalesce(n.place, n.thread_id::text) = ${where ?? null})
      and not (n.kind in ('reply', 'thread') and coalesce(r.last_position, 0) >= m.position)
    order by n.id limit ${MOST}`);
  return (rows as unknown as Found[]).map(({ id, kind, place, threadId, messageId, position, author, mailUnderWay }) => ({
    ...{ id: Number(id), kind, author, mailUnderWay },
    cause: place === null ? { threadId: Number(threadId), messageId: Number(messageId), position } : { place },
  }));
}

type Found = Omit<Waiting, "cause"> & { place: string | null; threadId: number; messageId: number; position: number };

/** Notes that a mail told of these. */
export const noteMailed = (waiting: readonly Waiting[]) => async (tx: Tx): Promise<void> => {
  await tx.update(notifications).set({ mailedAt: now() }).where(inArray(notifications.id, waiting.map(({ id }) => id)));
};

/** What one line of a mail stands for: replies in one thread are one line, anything else a line each; what concerns the person most comes first. */
export type WaitingLine = { kind: NotificationKind; last: Waiting; count: number };

export function linesOf(waiting: readonly Waiting[]): WaitingLine[] {
  const lines = new Map<string, WaitingLine>();
  for (const one of waiting) {
    const key = one.kind === "reply" && "threadId" in one.cause ? `reply ${one.cause.threadId}` : `${one.id}`;
    lines.set(key, { kind: one.kind, last: one, count: (lines.get(key)?.count ?? 0) + 1 });
  }
  return [...lines.values()].sort((a, b) => KINDS_BY_CONCERN.indexOf(a.kind) - KINDS_BY_CONCERN.indexOf(b.kind));
}

/** Where a line is read. */
export const placeOf = ({ kind, last: { cause } }: WaitingLine): string =>
  "place" in cause ? cause.place : kind === "reply" || kind === "thread" ? unreadPath(cause.threadId) : messagePath(cause.threadId, cause.position, cause.messageId);
