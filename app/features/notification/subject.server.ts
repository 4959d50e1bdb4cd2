import { sql } from "drizzle-orm";
import { now } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { timesOf, type KeptTimes } from "./choices.server";
import { heldUntil, KINDS, MAILED, type NotificationKind, type Rhythm } from "./model";
import { queueMails } from "./spread.server";

/** What is told outside of discussions: about what (« ask-12 »), on which page it is found, and who caused it; null where that is not said. */
export type Told = { kind: NotificationKind; subject: string; place: string; by: number | null };

type Person = { member_id: number; rhythm: Rhythm | null } & KeptTimes;

/** Tells people of something that no message caused, once each, in the transaction that causes it; the mails that are wanted at once are queued with it. */
export async function tellAbout(tx: Tx, memberIds: readonly number[], { kind, subject, place, by }: Told): Promise<void> {
  if (memberIds.length === 0) return;
  const at = now();
  const told = (await tx.execute(sql`
    with told as (
      insert into notifications (member_id, kind, subject, place, by_id, at)
      select p.id, ${kind}, ${subject}, ${place}, ${by}::bigint, ${at.toISOString()}::timestamptz from members p
      where p.id = any(string_to_array(${memberIds.join()}, ',')::bigint[]) and p.state = 'active' and p.guest_until is null and p.id is distinct from ${by}::bigint order by p.id
      on conflict (member_id, kind, subject) where subject is not null do nothing
      returning member_id
    )
    select t.member_id, c.rhythm, w.summary_days, w.summary_minute, w.quiet_from, w.quiet_until, w.days_off
    from told t
    left join mail_choices c on c.member_id = t.member_id and c.kind = ${KINDS[kind].choice}
    left join mail_times w on w.member_id = t.member_id`)) as unknown as Person[];
  for (const { member_id } of told) tx.announce({ type: "told.changed", id: Number(member_id) });
  const zone = await communityTimeZone();
  const wanted = told.filter(({ rhythm }) => (rhythm ?? MAILED[KINDS[kind].choice].usual) === "at-once");
  await queueMails(tx, wanted.map((one) => ({ member: Number(one.member_id), subject: place, due: heldUntil(at, zone, timesOf(one)).toISOString() })));
}

/** Marks as read what people were told of a subject: it has been dealt with. */
export async function settleAbout(tx: Tx, subject: string): Promise<void> {
  const read = await tx.execute(sql`update notifications set read_at = ${now().toISOString()}::timestamptz where subject = ${subject} and read_at is null returning member_id`);
  for (const { member_id } of read) tx.announce({ type: "told.changed", id: Number(member_id) });
}

/** The same for one person, of some kinds: they have done what was asked. */
export async function settleFor(tx: Tx, memberId: number, kinds: readonly NotificationKind[]): Promise<void> {
  const read = await tx.execute(sql`update notifications set read_at = ${now().toISOString()}::timestamptz
    where member_id = ${memberId} and kind = any(string_to_array(${kinds.join()}, ',')) and read_at is null returning id`);
  if (read.length > 0) tx.announce({ type: "told.changed", id: memberId });
}
