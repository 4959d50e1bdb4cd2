import { sql } from "drizzle-orm";
import { after, MINUTE, now, SECOND } from "~/kit/clock.server";
import { jobEntries, type JobData } from "~/kit/jobs.server";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { followOf } from "~/features/thread/sql.server";
import { heldUntil, KINDS, MAILED, type NotificationKind, type Rhythm } from "./model";
import { timesOf, type KeptTimes } from "./choices.server";

/** What is written in one thread within this is one mail; in the demo nobody wants to wait for it. */
const groupedWithin = (demo: boolean): number => (demo ? 2 * SECOND : 3 * MINUTE);

type Cause = JobData["notification.spread"];
type Told = { member_id: number; thread_id: number; kind: NotificationKind; rhythm: Rhythm | null } & KeptTimes;

/**
 * Tells everyone whom messages concern, in one statement for each kind of cause: only who may
 * read them, only once, not their author nor whoever caused this, and nobody whose participation
 * is paused or over. Done twice, it tells nobody twice; then it queues the mails that are wanted at once.
 */
export async function spread(causes: readonly Cause[], { demo }: { demo: boolean }): Promise<void> {
  const zone = await communityTimeZone();
  await inTransaction(async (tx) => {
    const told: Told[] = [];
    for (const alike of alikeIn(causes)) told.push(...(await tell(tx, alike)));
    for (const memberId of new Set(told.map(({ member_id }) => Number(member_id)))) tx.announce({ type: "told.changed", id: memberId });
    const ready = after(now(), groupedWithin(demo));
    const wanted = told.filter(({ kind, rhythm }) => (rhythm ?? MAILED[KINDS[kind].choice].usual) === "at-once");
    await queueMails(tx, wanted.map((one) => ({ member: one.member_id, subject: String(one.thread_id), due: heldUntil(ready, zone, timesOf(one)).toISOString() })));
  });
}

type Alike = Pick<Cause, "cause" | "by"> & { messageIds: number[] };

/** What was caused in the same way by the same person, or by nobody in particular, together. */
function alikeIn(causes: readonly Cause[]): Alike[] {
  const groups = new Map<string, Alike>();
  for (const { messageId, ...way } of causes) {
    const key = `${way.cause} ${way.by ?? ""}`;
    const group = groups.get(key) ?? { ...way, messageIds: [] };
    group.messageIds.push(messageId);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Which kind somebody is told of, by what happened; null for who is not. */
const KIND = {
  message: sql`case when named then 'mention' when follows and read_to < position then case when position = 1 then 'thread' else 'reply' end end`,
  edit: sql`case when named then 'mention' end`,
  answer: sql`case when id = asker_id and not muted then 'answer' end`,
  announcement: sql`case when not muted then 'announcement' end`,
};

async function tell(tx: Tx, { messageIds, cause, by }: Alike): Promise<Told[]> {
  const at = now().toISOString();
  const rows = await tx.execute(sql`
    with cause as (
      select m.id as message_id, m.thread_id, m.position, coalesce(m.author_id, h.member_id) as author_id, coalesce(t.author_id, first_hidden.member_id) as asker_id
      from messages m
      join threads t on t.id = m.thread_id and t.removed_at is null
      left join hidden_authors h on h.message_id = m.id
      left join messages first on first.thread_id = m.thread_id and first.position = 1
      left join hidden_authors first_hidden on first_hidden.message_id = first.id
      where m.id = any(string_to_array(${messageIds.join()}, ',')::bigint[]) and m.deleted_at is null
    ), followed as (
      insert into thread_follows (thread_id, member_id, level)
      select thread_id, author_id, 'following' from cause where author_id is not null on conflict do nothing
    ), concerned as (
      select p.id, c.*, coalesce(r.last_position, 0) as read_to,
        exists (select 1 from mentions n where n.message_id = c.message_id
          and (n.member_id = p.id or n.organisation_id in (select s.organisation_id from memberships s where s.member_id = p.id))) as named,
        ${followOf(sql`c.thread_id`, sql`p.id`)} = 'following' as follows,
        exists (select 1 from thread_follows f where f.thread_id = c.thread_id and f.member_id = p.id and f.level = 'muted') as muted
      from cause c
      join members p on p.state = 'active' and p.id is distinct from c.author_id and p.id is distinct from ${by ?? null}::bigint
      left join thread_reads r on r.thread_id = c.thread_id and r.member_id = p.id
      where p.guest_until is null or (p.guest_until > ${at}::timestamptz and exists (
        select 1 from thread_guests g where g.thread_id = c.thread_id and g.member_id = p.id and g.until > ${at}::timestamptz))
    ), told as (
      insert into notifications (member_id, kind, thread_id, message_id, at, read_at)
      select id, kind, thread_id, message_id, ${at}::timestamptz, case when kind = 'mention' and ${cause} = 'message' and read_to >= position then ${at}::timestamptz end
      from (select *, ${KIND[cause]} as kind from concerned) each_one where kind is not null order by id, message_id
      on conflict on constraint notifications_once do nothing
      returning member_id, thread_id, kind, read_at
    )
    select t.member_id, t.thread_id, t.kind, c.rhythm, w.summary_days, w.summary_minute, w.quiet_from, w.quiet_until, w.days_off
    from told t
    left join mail_choices c on c.member_id = t.member_id and c.kind = case t.kind when 'thread' then 'reply' else t.kind end
    left join mail_times w on w.member_id = t.member_id
    where t.read_at is null`);
  return rows as unknown as Told[];
}

type WantedMail = { member: number; subject: string; due: string };

/**
 * One mail per person and thread (or other page), which says all that is new when it is made. The row that
 * waits already is locked rather than passed over: its mail cannot be made before this commits.
 */
export async function queueMails(tx: Tx, wanted: readonly WantedMail[]): Promise<void> {
  if (wanted.length === 0) return;
  await tx.execute(sql`
    with queued as (
      insert into outbox_mails (kind, member_id, subject_ref, due_at)
      select distinct on (w.member, w.subject) 'told', w.member, w.subject, w.due from json_to_recordset(${JSON.stringify(wanted)}::json) as w (member bigint, subject text, due timestamptz) order by w.member, w.subject
      on conflict (member_id, subject_ref) where kind = 'told' and attempts = 0 and parked_at is null do update set due_at = outbox_mails.due_at
      returning id, due_at, xmax = 0 as fresh
    )
    ${jobEntries("mail.send", sql`json_build_object('mailId', id)`, sql`queued where fresh`, sql`due_at`)}`);
}
