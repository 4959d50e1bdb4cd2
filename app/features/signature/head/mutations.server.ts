import { sql } from "drizzle-orm";
import { charterHeads } from "#db/schema/signing";
import { now } from "~/kit/clock.server";
import { inTransaction } from "~/kit/transaction.server";
import { dayName, onDay, wallTimeAt, weekdayOf } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { queueMail } from "~/features/mail/mutations.server";
import { openLog } from "../log/append.server";

/** The Monday of the week that an instant is in. */
async function weekOf(at: Date): Promise<string> {
  const wall = wallTimeAt(at, await communityTimeZone());
  return dayName(onDay(wall, -((weekdayOf(wall) + 6) % 7), 0));
}

/**
 * Once a week, whatever the number of calls: notes the head of the log, and mails it to the committee
 * and to whoever answers for privacy, if they are a member. Called every night, so that a week whose
 * Monday was missed has its mail on the next day.
 */
export async function mailHead(): Promise<void> {
  const week = await weekOf(now());
  await inTransaction(async (tx) => {
    await openLog(tx);
    const [head] = await tx.execute<{ number: number; hash: string }>(sql`select number::int, hash from charter_log order by number desc limit 1`);
    if (!head) return;
    const noted = await tx.insert(charterHeads).values({ week, ...head, at: now() }).onConflictDoNothing().returning({ week: charterHeads.week });
    if (noted.length === 0) return;
    const keepers = await tx.execute<{ id: number }>(sql`
      select m.id::int from members m where m.state = 'active' and m.guest_until is null
        and (exists (select 1 from member_roles r where r.member_id = m.id and r.role = 'committee')
          or exists (select 1 from communities c where lower(c.privacy_officer_contact) = lower(m.email)))
      order by m.id`);
    for (const { id } of keepers) await queueMail(tx, { kind: "charter-head", memberId: id, subjectRef: week });
  });
}
