import { and, desc, eq, gt, isNotNull, notInArray, sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { outboxMails } from "#db/schema/mail";
import { members } from "#db/schema/member";
import type { MemberActor } from "~/kit/actor";
import { after, DAY, now } from "~/kit/clock.server";
import { formatDateTime } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { KEPT_DAYS, type MailKind } from "~/features/mail/model";
import { MAIL_NAMES, NEVER_RESENT, NO_FAILURE, whyParked } from "./model";
import { mayResendMails } from "./policy";

/** More than this on one page would only be scrolled over. */
const MOST_LISTED = 100;

/** Failed, and not because there was no reason to send it any more. */
const parked = () =>
  and(isNotNull(outboxMails.parkedAt), notInArray(sql`coalesce(${outboxMails.lastError}, '')`, [...NO_FAILURE]), gt(outboxMails.parkedAt, after(now(), -KEPT_DAYS * DAY)));

/** The mails that could not leave, the latest first: to whom and of what kind, never what they say. */
export async function listParkedMails(actor: MemberActor) {
  mayResendMails(actor);
  const rows = await db
    .select({ id: outboxMails.id, kind: outboxMails.kind, name: members.name, email: members.email, parkedAt: outboxMails.parkedAt, lastError: outboxMails.lastError })
    .from(outboxMails)
    .innerJoin(members, eq(members.id, outboxMails.memberId))
    .where(parked())
    .orderBy(desc(outboxMails.parkedAt), desc(outboxMails.id))
    .limit(MOST_LISTED);
  const zone = await communityTimeZone();
  return rows.map(({ id, kind, name, email, parkedAt, lastError }) => ({
    id,
    kind: MAIL_NAMES[kind as MailKind] ?? "Courriel",
    resendable: kind !== NEVER_RESENT,
    name,
    email,
    when: parkedAt ? formatDateTime(parkedAt, zone) : "",
    why: whyParked(lastError),
  }));
}

export type ParkedMail = Awaited<ReturnType<typeof listParkedMails>>[number];

/** How many mails could not leave, and since when the latest waits. */
export async function countParkedMails(actor: MemberActor): Promise<{ count: number; latest: string | null }> {
  mayResendMails(actor);
  const [row] = await db
    .select({ count: sql<number>`count(*)::int`, latest: sql<Date | null>`max(${outboxMails.parkedAt})`.mapWith(outboxMails.parkedAt) })
    .from(outboxMails)
    .where(parked());
  return { count: row?.count ?? 0, latest: row?.latest?.toISOString() ?? null };
}
