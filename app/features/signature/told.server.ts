import { eq, sql } from "drizzle-orm";
import { charterVersions } from "#db/schema/charter";
import { signingReminders } from "#db/schema/signature";
import type { JobData } from "~/kit/jobs.server";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { tellAbout } from "~/features/notification/subject.server";
import { SIGNING } from "./model";
import { ASKED, lastOf } from "./sql.server";

/** Those who have something to sign now, everywhere or in one organisation. A shared mailbox is told as well: somebody reads it. */
export async function listMissing(tx: Tx, organisationId: number | null): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    select m.id::int from ${ASKED} a cross join members m left join lateral ${lastOf(sql`m.id`)} l on true
    where m.state = 'active' and m.guest_until is null and not coalesce(l.event = 'signed' and l.version >= a.substance and l.campaign >= a.campaign, false)
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
    const [reminder] = await tx.select({ organisationId: signingReminders.organisationId }).from(signingReminders).where(eq(signingReminders.id, id));
    if (reminder) await tellAbout(tx, await listMissing(tx, reminder.organisationId), { kind: "signing-reminder", subject: `signing-reminder-${id}`, place: SIGNING, by });
  });
}
