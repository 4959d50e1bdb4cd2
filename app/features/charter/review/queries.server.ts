import { sql } from "drizzle-orm";
import { db, type Database } from "#db/client.server";
import { hasRole, type MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { ReviewAnswer } from "./model";

export type ReviewedOrganisation = {
  id: number; name: string; waiting: number; managers: { id: number; name: string }[]; delegate: string | null; mine: boolean;
  said: { articleId: number; position: number | null; title: string; answer: ReviewAnswer; note: string; by: string; recorded: boolean; document: string; scan: { id: number; name: string } | null; proposalId: number | null; current: boolean }[];
};
export type FoundReview = { versionId: number; number: number; state: string; deadline: string; openedAt: string; articles: number; organisations: ReviewedOrganisation[] };

type From = Pick<Database, "execute">;

/** Articles of the text that this organisation has not answered on in their present wording: only what changed goes back. */
export const WAITING = sql`(select count(*) from charter_articles a where a.position is not null and not exists (
  select 1 from review_answers w where w.version_id = v.id and w.organisation_id = o.id and w.article_id = a.id and w.article_version = a.version))::int`;

/** Who may answer for the organisation « o » about the version « v »: its managers, whom they asked, and the committee where it has no manager. */
export const answersFor = (actor: MemberActor) => sql`(
  exists (select 1 from organisation_managers g where g.organisation_id = o.id and g.member_id = ${actor.memberId})
  or exists (select 1 from review_delegations d where d.version_id = v.id and d.organisation_id = o.id and d.member_id = ${actor.memberId})
  or (${hasRole(actor, "committee")}::boolean and not exists (
    select 1 from organisation_managers g join members m on m.id = g.member_id and m.state = 'active' where g.organisation_id = o.id)))`;

/** Organisations with somebody active in them. */
const COUNTED = sql`exists (select 1 from memberships s join members m on m.id = s.member_id where s.organisation_id = o.id and m.state = 'active' and m.guest_until is null)`;

/** The review of the version under way, once it was opened; what was answered stays readable to everyone. @throws DomainError thing.absent */
export async function findReview(actor: MemberActor, from: From = db): Promise<FoundReview> {
  const [row] = await from.execute<FoundReview>(sql`
    select v.id::int as "versionId", v.number, v.state, r.deadline, r.opened_at as "openedAt", (select count(*) from charter_articles where position is not null)::int as articles,
      (select coalesce(json_agg(x order by x.name), '[]'::json) from (
        select o.id, o.name, ${WAITING} as waiting, ${answersFor(actor)} as mine,
          (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name), '[]'::json) from organisation_managers g join members m on m.id = g.member_id and m.state = 'active' where g.organisation_id = o.id) as managers,
          (select m.name from review_delegations d join members m on m.id = d.member_id where d.version_id = v.id and d.organisation_id = o.id) as delegate,
          (select coalesce(json_agg(json_build_object('articleId', a.id, 'position', a.position, 'title', a.title, 'answer', w.answer, 'note', w.note, 'by', m.name, 'recorded', w.recorded, 'document', w.document,
            'scan', (select json_build_object('id', f.id, 'name', f.name) from files f where f.id = w.document_file_id and ${hasRole(actor, "committee")}::boolean),
            'proposalId', w.proposal_id, 'current', a.version = w.article_version and a.position is not null) order by a.position, w.article_version), '[]'::json)
            from review_answers w join charter_articles a on a.id = w.article_id join members m on m.id = w.member_id where w.version_id = v.id and w.organisation_id = o.id) as said
        from organisations o where ${COUNTED}) x) as organisations
    from charter_versions v join charter_reviews r on r.version_id = v.id where v.state in ('drafting', 'reviewing', 'consenting', 'adopted')`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}

export type WaitingArticle = { id: number; position: number; title: string; body: string; html: string; version: number; answer: ReviewAnswer | null; note: string };

/** The articles as this organisation has them before it, each with its answer in force. */
export async function listForReview(_actor: MemberActor, versionId: number, organisationId: number): Promise<WaitingArticle[]> {
  return [
    ...(await db.execute<WaitingArticle>(sql`
      select a.id::int, a.position, a.title, a.body, a.html, a.version, w.answer, coalesce(w.note, '') as note from charter_articles a
      left join review_answers w on w.version_id = ${versionId} and w.organisation_id = ${organisationId} and w.article_id = a.id and w.article_version = a.version
      where a.position is not null order by a.position`)),
  ];
}

/** Colleagues whom a manager may ask to answer in their place. */
export async function listColleagues(actor: MemberActor, organisationId: number): Promise<{ id: number; name: string }[]> {
  return [
    ...(await db.execute<{ id: number; name: string }>(sql`
      select m.id::int, m.name from memberships s join members m on m.id = s.member_id
      where s.organisation_id = ${organisationId} and m.state = 'active' and m.guest_until is null and m.id <> ${actor.memberId} order by m.name limit 300`)),
  ];
}

export type AskedReview = { organisationId: number; name: string; waiting: number; deadline: string; since: string };

/** Organisations that wait for this person's review, for « À faire »; those without a manager are the committee's page. */
export async function listAskedReviews(actor: MemberActor): Promise<AskedReview[]> {
  const rows = await db.execute<AskedReview>(sql`
    select o.id::int as "organisationId", o.name, ${WAITING} as waiting, r.deadline, r.opened_at as since
    from charter_versions v join charter_reviews r on r.version_id = v.id join organisations o on
      exists (select 1 from organisation_managers g where g.organisation_id = o.id and g.member_id = ${actor.memberId})
      or exists (select 1 from review_delegations d where d.version_id = v.id and d.organisation_id = o.id and d.member_id = ${actor.memberId})
    where v.state = 'reviewing' order by o.name limit 5`);
  return rows.filter(({ waiting }) => waiting > 0);
}
