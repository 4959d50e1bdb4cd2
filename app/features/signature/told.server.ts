import { eq, sql } from "drizzle-orm";
import { charterVersions } from "#db/schema/charter";
import { signingReminders } from "#db/schema/signing";
import { after, DAY, now } from "~/kit/clock.server";
import type { JobData } from "~/kit/jobs.server";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { tellAbout } from "~/features/notification/subject.server";
import { SIGNING } from "./model";
import { ASKED, lastOf, UNTIL, UP_TO_DATE } from "./sql.server";

/** Those who have something to sign now, everywhere or in one organisation. A shared mailbox is told as well: somebody reads it. */
export async function listMissing(tx: Tx, organisationId: number | null): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    select m.id::int from ${ASKED} a cross join members m left join lateral ${lastOf(sql`m.id`)} l on true
    where m.state = 'active' and m.guest_until is null and not ${UP_TO_DATE}
      and (${organisationId}::bigint is null or exists (select 1 from memberships s where s.member_id = m.id and s.organisation_id = ${organisationId}::bigint))`);
  return rows.map(({ id }) => id);
}

/**
 * Tells those who have not signed what is asked by then, and nobody twice of one cause.
 * A version « de forme » asks nothing.
 */
export async function tellOfSigning({ cause, id, by }: JobData["signing.tell"]): Promise<void> {
  await inTransaction(async (tx) => {
    if (cause === "published") {
      const [version] = await tx.select({ kind: charterVersions.kind, state: charterVersions.state }).from(charterVersions).where(eq(charterVersions.number, id));
      if (version?.kind !== "substance" || version.state !== "in-force") return;
      return tellAbout(tx, await listMissing(tx, null), { kind: "signing", subject: `charter-version-${id}`, place: SIGNING, by });
    }
    // Who opened the campaign has to renew as well.
    if (cause === "campaign") return tellAbout(tx, await listMissing(tx, null), { kind: "signing-reminder", subject: `signing-campaign-${id}`, place: SIGNING, by: null });
    const [reminder] = await tx.select({ organisationId: signingReminders.organisationId }).from(signingReminders).where(eq(signingReminders.id, id));
    if (reminder) await tellAbout(tx, await listMissing(tx, reminder.organisationId), { kind: "signing-reminder", subject: `signing-reminder-${id}`, place: SIGNING, by });
  });
}

/** How long before their days are over those who have not signed are reminded, once. */
const BEFORE_THE_END = 3 * DAY;

/** Each night: reminds those whose days to sign end soon, and nobody twice for one version and campaign. */
export async function remindOfSigning(): Promise<void> {
  const [from, until] = [now().toISOString(), after(now(), BEFORE_THE_END).toISOString()];
  await inTransaction(async (tx) => {
    const soon = await tx.execute<{ id: number; substance: number; campaign: number }>(sql`
      select m.id::int, a.substance, a.campaign from ${ASKED} a cross join members m left join lateral ${lastOf(sql`m.id`)} l on true
      where m.state = 'active' and m.guest_until is null and not ${UP_TO_DATE} and ${UNTIL} > ${from}::timestamptz and ${UNTIL} <= ${until}::timestamptz`);
    const [first] = soon;
    if (first) await tellAbout(tx, soon.map(({ id }) => id), { kind: "signing-reminder", subject: `signing-end-${first.substance}-${first.campaign}`, place: SIGNING, by: null });
  });
}
