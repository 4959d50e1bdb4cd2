import { sql, type SQL } from "drizzle-orm";
import { db } from "#db/client.server";
import { hasRole, type MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { digest, hashPrefixOf, hashOf, type LogBody } from "./log/entries";
import { standingOf, type Standing } from "./model";
import { ASKED, findAsked, heldBy, lastOf, SINCE, UNTIL, UP_TO_DATE, type Last, type Reader } from "./sql.server";

/** What is asked of everybody now; null before a version is in force. */
export const findAskedNow = (_actor: MemberActor) => findAsked(db);

export type OwnSigning = {
  standing: Standing;
  /** What was signed and not withdrawn. */
  held: { version: number; hash: string; at: Date } | null;
  organisations: { id: number; name: string; manages: boolean; standing: Standing; held: { version: number; hash: string; at: Date } | null }[];
};

const heldFrom = (last: Last | null): OwnSigning["held"] => (last && heldBy(last) ? { version: last.version, hash: last.hash, at: new Date(last.at) } : null);

/** Where this person stands, and the organisations they belong to. */
export async function findOwnSigning({ memberId, managedOrganisationIds }: MemberActor, asked: { version: number; substance: number; campaign: number }): Promise<OwnSigning> {
  const [own] = await db.execute<{ last: Last | null; organisations: { id: number; name: string; last: Last | null }[] }>(sql`
    select (select row_to_json(l) from ${lastOf(sql`${memberId}::bigint`)} l) as last,
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'last', (select row_to_json(l) from ${lastOf(sql`o.id`, true)} l)) order by o.name), '[]'::json)
        from memberships s join organisations o on o.id = s.organisation_id where s.member_id = ${memberId}) as organisations`);
  const { last = null, organisations = [] } = own ?? {};
  return {
    standing: standingOf(heldBy(last), asked),
    held: heldFrom(last),
    organisations: organisations.map((one) => ({ id: one.id, name: one.name, manages: managedOrganisationIds.includes(one.id), standing: standingOf(heldBy(one.last), asked), held: heldFrom(one.last) })),
  };
}

export type FoundReceipt = {
  number: number;
  body: LogBody;
  hash: string;
  /** The digest of the log's last link now. */
  head: string;
  text: string;
  title: string;
  /** The link and the text still have their digests. */
  sound: boolean;
  /** Since taken back by who signed. */
  withdrawn: boolean;
};

const receiptRow = (code: string, open: SQL): SQL => sql`
  select l.number::int, l.body, l.previous, l.hash, v.canonical_text as text, v.title,
    (select h.hash from charter_log h order by h.number desc limit 1) as head,
    exists (select 1 from charter_log w where w.number > l.number and w.version = l.version and w.round = l.round and
      case l.event when 'signed' then w.event = 'withdrawn' and w.member_id = l.member_id else w.event = 'organisation-withdrawn' and w.organisation_id = l.organisation_id end) as withdrawn
  from charter_log l join charter_versions v on v.number = l.version
  where left(l.hash, 15) = ${hashPrefixOf(code)} and l.event in ('signed', 'organisation-signed') and ${open}`;

/** The receipt of a code, where a condition on l, the link, holds. */
export async function readReceipt(reader: Reader, code: string, open: SQL): Promise<FoundReceipt | null> {
  const [row] = await reader.execute<Omit<FoundReceipt, "body" | "sound"> & { body: string; previous: string }>(receiptRow(code, open));
  if (!row) return null;
  const { previous, body: written, ...rest } = row;
  const body = JSON.parse(written) as LogBody;
  return { ...rest, body, sound: hashOf(previous, written) === row.hash && digest(row.text) === body.text_sha256 };
}

/**
 * A receipt, for whoever signed, whoever manages the organisation that it is of, and the committee.
 * @throws DomainError thing.absent
 */
export async function findReceipt(actor: MemberActor, code: string): Promise<FoundReceipt> {
  const managed = [...actor.managedOrganisationIds, 0];
  const found = await readReceipt(
    db,
    code,
    hasRole(actor, "committee")
      ? sql`true`
      : sql`(l.member_id = ${actor.memberId} or l.event = 'organisation-signed' and l.organisation_id in (${sql.join(managed.map((id) => sql`${id}::bigint`), sql`, `)}))`,
  );
  if (!found) throw new DomainError("thing.absent");
  return found;
}

/** What a code stands for: any member may check a receipt that is shown to them. */
export const findByCode = (_actor: MemberActor, code: string): Promise<FoundReceipt | null> => readReceipt(db, code, sql`true`);

/** How many people, and how many organisations, have signed what is asked now; nobody is named. */
export async function countSigned(_actor: MemberActor): Promise<{ people: number; of: number; organisations: number; ofOrganisations: number }> {
  const [row] = await db.execute<{ people: number; of: number; organisations: number; ofOrganisations: number }>(sql`
    with a as (select * from ${ASKED} a),
    p as (
      select m.id, ${UP_TO_DATE} as signed
      from a cross join members m left join lateral ${lastOf(sql`m.id`)} l on true
      where m.state = 'active' and m.guest_until is null),
    o as (
      select s.id, l.event = 'organisation-signed' and l.version >= a.substance and l.campaign >= a.campaign as signed
      from a cross join organisations s left join lateral ${lastOf(sql`s.id`, true)} l on true
      where exists (select 1 from memberships b join members m on m.id = b.member_id and m.state = 'active' and m.guest_until is null where b.organisation_id = s.id))
    select (select count(*) filter (where signed)::int from p) as people, (select count(*)::int from p) as of,
      (select count(*) filter (where signed)::int from o) as organisations, (select count(*)::int from o) as "ofOrganisations"`);
  return row ?? { people: 0, of: 0, organisations: 0, ofOrganisations: 0 };
}

export type SigningTask = { standing: Standing; since: string; until: string | null; organisations: { id: number; name: string; standing: Standing }[] };

/** What is asked of this person now, for themselves and for the organisations they manage; null when there is nothing to sign. */
export async function findTask({ memberId, managedOrganisationIds }: MemberActor): Promise<SigningTask | null> {
  const managed = managedOrganisationIds.join();
  const [row] = await db.execute<{ version: number; substance: number; campaign: number; since: string; until: string | null; last: Last | null; organisations: { id: number; name: string; last: Last | null }[] }>(sql`
    select a.version, a.substance, a.campaign, case when l.number is not null then row_to_json(l) end as last,
      -- Up to date oneself, one is asked for an organisation since the version or the campaign.
      coalesce(case when not ${UP_TO_DATE} then ${SINCE} end, a.published_at) as since, case when not ${UP_TO_DATE} then ${UNTIL} else a.published_at + make_interval(days => a.grace) end as until,
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'last', (select row_to_json(l) from ${lastOf(sql`o.id`, true)} l)) order by o.name), '[]'::json)
        from organisations o where o.id = any(string_to_array(${managed}, ',')::bigint[])) as organisations
    from ${ASKED} a join members m on m.id = ${memberId} left join lateral ${lastOf(sql`m.id`)} l on true`);
  if (!row) return null;
  const organisations = row.organisations.map(({ id, name, last }) => ({ id, name, standing: standingOf(heldBy(last), row) })).filter(({ standing }) => standing !== "signed");
  return { standing: standingOf(heldBy(row.last), row), since: new Date(row.since).toISOString(), until: row.until && new Date(row.until).toISOString(), organisations };
}
