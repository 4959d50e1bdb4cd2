import { sql, type SQL } from "drizzle-orm";
import type { Database } from "#db/client.server";
import type { Tx } from "~/kit/transaction.server";
import { USUAL_GRACE_DAYS, type Asked } from "./model";

/** Reads with the database or inside a transaction. */
export type Reader = Pick<Database, "execute"> | Pick<Tx, "execute">;

/** The version in force, the last one « de fond », the latest campaign and until when it lasts, and the days of grace, as one row or none. */
export const ASKED: SQL = sql`(
  select v.number as version, v.sha256, v.published_at,
    (select max(s.number) from charter_versions s where s.kind = 'substance') as substance,
    coalesce((select l.campaign from charter_log l order by l.number desc limit 1), 0) as campaign,
    (select c.closes_at from signing_campaigns c where c.campaign is not null order by c.campaign desc limit 1) as renewed_by,
    coalesce((select s.grace_days from signing_settings s), ${USUAL_GRACE_DAYS}::int) as grace
  from charter_versions v where v.state = 'in-force')`;

/** The last thing that a person, or an organisation, did about the charter: what they signed is withdrawn when that is a withdrawal. */
export const lastOf = (whose: SQL, organisation = false): SQL =>
  organisation
    ? sql`(select l.number, l.event, l.version, l.campaign, l.round, l.at, l.hash, l.member_id from charter_log l where l.organisation_id = ${whose} and l.event in ('organisation-signed', 'organisation-withdrawn') order by l.number desc limit 1)`
    : sql`(select l.number, l.event, l.version, l.campaign, l.round, l.at, l.hash, l.member_id from charter_log l where l.member_id = ${whose} and l.event in ('signed', 'withdrawn') order by l.number desc limit 1)`;

export type Last = { number: number; event: string; version: number; campaign: number; round: number; at: string; hash: string };

/** What is asked of everybody now; null before a first version is in force. */
export async function findAsked(reader: Reader): Promise<(Asked & { sha256: string; publishedAt: Date }) | null> {
  const [row] = await reader.execute<{ version: number; sha256: string; published_at: string; substance: number; campaign: number }>(sql`select * from ${ASKED} a`);
  return row ? { version: row.version, sha256: row.sha256, publishedAt: new Date(row.published_at), substance: row.substance, campaign: row.campaign } : null;
}

export async function findLast(reader: Reader, whose: number, organisation = false): Promise<Last | null> {
  const [row] = await reader.execute<Last>(sql`select * from ${lastOf(sql`${whose}::bigint`, organisation)} l`);
  return row ? { ...row, number: Number(row.number) } : null;
}

/** What is signed and not withdrawn. */
export const heldBy = (last: Last | null): { version: number; campaign: number } | null => (last?.event.endsWith("signed") ? { version: last.version, campaign: last.campaign } : null);

/**
 * Since when somebody is asked to sign, and until when they may at leisure. Whoever has signed the
 * version has until the end of the campaign; others so many days of grace, from the version that
 * they miss, from their arrival, or from the day they took their signature back.
 * @param a, m, l the aliases: what is asked, the member, the last thing that they did (all null when there is none)
 */
export const SINCE: SQL = sql`case when l.event = 'signed' and l.version >= a.substance
  then (select c.opened_at from signing_campaigns c where c.campaign is not null order by c.campaign desc limit 1)
  else greatest(m.joined_at, case when l.event = 'withdrawn' then l.at end,
    (select min(v.published_at) from charter_versions v where v.kind = 'substance' and v.number > case when l.event = 'signed' then l.version else a.substance - 1 end)) end`;
export const UNTIL: SQL = sql`case when l.event = 'signed' and l.version >= a.substance then a.renewed_by else ${SINCE} + make_interval(days => a.grace) end`;

/** That they have nothing to sign now. */
export const UP_TO_DATE: SQL = sql`coalesce(l.event = 'signed' and l.version >= a.substance and l.campaign >= a.campaign, false)`;
