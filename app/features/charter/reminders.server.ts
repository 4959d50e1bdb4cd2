import { sql } from "drizzle-orm";
import { after, DAY, now } from "~/kit/clock.server";
import { inTransaction } from "~/kit/transaction.server";
import { tellAbout } from "~/features/notification/subject.server";
import { CONSENT } from "./model";
import { tellWaiting } from "./review/mutations.server";

/** How long before its end somebody who has not answered is reminded, once. */
const BEFORE = 3 * DAY;

/**
 * Reminds, once each and shortly before the end, the managers who have not answered on every article and
 * the members who have not said whether they consent; nobody else. Called every night.
 */
export async function remindOfCharter(): Promise<void> {
  const [from, until] = [now().toISOString(), after(now(), BEFORE).toISOString()];
  await inTransaction(async (tx) => {
    const reviews = await tx.execute<{ id: number; number: number; by: number }>(sql`
      update charter_reviews r set reminded_at = ${from}::timestamptz from charter_versions v
      where v.id = r.version_id and v.state = 'reviewing' and r.reminded_at is null and r.deadline > ${from}::timestamptz and r.deadline <= ${until}::timestamptz
      returning v.id::int as id, v.number, r.opened_by::int as by`);
    for (const { id, number, by } of reviews) await tellWaiting(tx, by, id, `review-${number}-end-${from.slice(0, 10)}`);
    const silent = await tx.execute<{ id: number; by: number; member_id: number }>(sql`
      select r.id::int, r.opened_by::int as by, m.id::int as member_id from consent_rounds r join members m on m.state = 'active' and m.guest_until is null
      where r.closed_at is null and r.closes_at > ${from}::timestamptz and r.closes_at <= ${until}::timestamptz
        and not exists (select 1 from consent_answers a where a.round_id = r.id and a.member_id = m.id)`);
    const [round] = silent;
    if (round) await tellAbout(tx, silent.map(({ member_id }) => member_id), { kind: "consent-asked", subject: `consent-${round.id}-end`, place: CONSENT, by: round.by });
  });
}
