import { sql, type SQL } from "drizzle-orm";
import { db } from "#db/client.server";
import { hasRole, type MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Matter, VersionState } from "./model";

export type ShownArticle = { id: number; position: number; title: string; body: string; html: string; matter: Matter; version: number };

export type FoundVersion = {
  id: number;
  number: number;
  state: VersionState;
  title: string;
  shortBody: string;
  shortHtml: string;
  canonicalText: string | null;
  sha256: string | null;
  adoptedAt: string | null;
  publishedAt: string | null;
  kind: "form" | "substance" | null;
  reasons: string | null;
  revision: number;
  /** Whether the managers were asked. */
  reviewed: boolean;
  articles: ShownArticle[];
};

/** While the text may move it is the working articles; from the opening of consent on, those laid by for the version. */
const ARTICLES = sql`(
  select coalesce(json_agg(a order by a.position), '[]'::json) from (
    select article_id as id, position, title, body, html, matter, article_version as version from version_articles where version_id = v.id
    union all
    select id, position, title, body, html, matter, version from charter_articles where v.canonical_text is null and position is not null
  ) a)`;

const UNDER_WAY = sql`v.state in ('drafting', 'reviewing', 'consenting', 'adopted')`;

async function find(_actor: MemberActor, which: SQL): Promise<FoundVersion | null> {
  const [row] = await db.execute<FoundVersion>(sql`
    select v.id::int, v.number, v.state, v.title, v.short_body as "shortBody", v.short_html as "shortHtml", v.canonical_text as "canonicalText", v.sha256,
      v.adopted_at as "adoptedAt", v.published_at as "publishedAt", v.kind, v.reasons, v.revision,
      exists (select 1 from charter_reviews r where r.version_id = v.id) as reviewed, ${ARTICLES} as articles
    from charter_versions v where ${which} order by v.state = 'in-force' desc, v.number desc limit 1`);
  return row ?? null;
}

/** The charter as everyone reads it: the version in force, and until there is one, the one under way. */
export const findCharter = (actor: MemberActor): Promise<FoundVersion | null> => find(actor, sql`v.state <> 'replaced'`);

/** The version that is worked on, whatever its step. */
export const findUnderWay = (actor: MemberActor): Promise<FoundVersion | null> => find(actor, UNDER_WAY);

/** @throws DomainError thing.absent */
export async function findVersion(actor: MemberActor, number: number): Promise<FoundVersion> {
  const version = await find(actor, sql`v.number = ${number}`);
  if (!version) throw new DomainError("thing.absent");
  return version;
}

export type ListedVersion = { number: number; state: VersionState; title: string; publishedAt: string | null; reasons: string | null };

/** Every version there has been, the latest first. */
export async function listVersions(_actor: MemberActor): Promise<ListedVersion[]> {
  return [...(await db.execute<ListedVersion>(sql`select number, state, title, published_at as "publishedAt", reasons from charter_versions order by number desc limit 100`))];
}

/** Whether something moved, in the text or in what is said of it. */
export async function findStamp(_actor: MemberActor): Promise<number> {
  const [row] = await db.execute<{ stamp: number }>(sql`select coalesce(sum(revision), 0)::int as stamp from charter_versions`);
  return row?.stamp ?? 0;
}

/** Whether somebody writes the text: of the committee, or named to the drafting group. */
export async function isDrafter(actor: MemberActor): Promise<boolean> {
  if (hasRole(actor, "committee")) return true;
  const rows = await db.execute(sql`select 1 from charter_drafters where member_id = ${actor.memberId}`);
  return rows.length > 0;
}

export type Participation = { people: number; ofPeople: number; organisations: number; ofOrganisations: number };

/**
 * How many read, commented, proposed or took a stand on the version under way. Only ever
 * numbers: who stayed silent is shown to nobody.
 */
export async function findParticipation(_actor: MemberActor, versionId: number): Promise<Participation> {
  const [row] = await db.execute<Participation>(sql`
    with counted as (select id from members where state = 'active' and guest_until is null),
    here as (select c.id from counted c where exists (select 1 from charter_reads r where r.version_id = ${versionId} and r.member_id = c.id))
    select (select count(*) from here)::int as people, (select count(*) from counted)::int as "ofPeople",
      (select count(distinct s.organisation_id) from memberships s join here h on h.id = s.member_id)::int as organisations,
      (select count(distinct s.organisation_id) from memberships s join counted c on c.id = s.member_id)::int as "ofOrganisations"`);
  return row ?? { people: 0, ofPeople: 0, organisations: 0, ofOrganisations: 0 };
}

export { findUnanswered } from "./consent/queries.server";
export { listAskedReviews } from "./review/queries.server";
export { listAdrift } from "./proposal/queries.server";
