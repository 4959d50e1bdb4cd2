import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { firstOrganisationOf } from "~/features/organisation/sql.server";
import type { Matter, VersionState } from "../model";

export type WorkshopArticle = { id: number; position: number; title: string; matter: Matter; proposals: number; comments: number; adrift: number };
export type Workshop = { articles: WorkshopArticle[]; retired: { id: number; title: string; mergedInto: number | null }[]; drafters: { id: number; name: string }[]; credited: string[] };

/** What everyone sees of the text that is worked on: its articles, with how much is said of each. */
export async function findWorkshop(_actor: MemberActor): Promise<Workshop> {
  const [row] = await db.execute<Workshop>(sql`
    select
      (select coalesce(json_agg(x order by x.position), '[]'::json) from (
        select a.id, a.position, a.title, a.matter,
          (select count(*) from charter_proposals p where p.article_id = a.id and p.state = 'open')::int as proposals,
          (select count(*) from charter_comments c where c.article_id = a.id and c.settled_at is null)::int as comments,
          ((select count(*) from charter_proposals p where p.article_id = a.id and p.state = 'open' and p.adrift_at is not null)
            + (select count(*) from charter_comments c where c.article_id = a.id and c.settled_at is null and c.adrift_at is not null))::int as adrift
        from charter_articles a where a.position is not null) x) as articles,
      (select coalesce(json_agg(json_build_object('id', a.id, 'title', a.title, 'mergedInto', a.merged_into) order by a.id), '[]'::json) from charter_articles a where a.position is null
        and (exists (select 1 from charter_proposals p where p.article_id = a.id) or exists (select 1 from charter_comments c where c.article_id = a.id))) as retired,
      (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name), '[]'::json) from charter_drafters d join members m on m.id = d.member_id) as drafters,
      (select coalesce(json_agg(x.name order by x.name), '[]'::json) from (
        select distinct coalesce(nullif(p.spoken_for, ''), m.name) as name from charter_proposals p join members m on m.id = p.author_id where p.state in ('accepted', 'accepted-in-part')) x) as credited`);
  if (!row) throw new Error("A statement that always answers did not.");
  return row;
}

export type SaidComment = {
  id: number; author: string; organisation: string | null; spokenFor: string; html: string; quote: string; adrift: boolean; at: string; settledBy: string | null; mine: boolean;
};
export type SaidProposal = {
  id: number; author: string; organisation: string | null; spokenFor: string; askedFor: string; base: string; body: string; reason: string; state: string; adrift: boolean; at: string; supports: number; objections: number;
};
export type FoundArticle = {
  id: number; position: number | null; title: string; body: string; html: string; matter: Matter; version: number; state: VersionState | null;
  mergedInto: { id: number; title: string } | null; last: number; comments: SaidComment[]; proposals: SaidProposal[];
  previous: { id: number; title: string } | null; next: { id: number; title: string } | null;
};

const ORGANISATION = firstOrganisationOf(sql`m.id`);
const neighbour = (step: number) => sql`(select json_build_object('id', n.id, 'title', n.title) from charter_articles n where n.position = a.position + ${step})`;

/**
 * An article with everything that is said of it, in one statement.
 * @throws DomainError thing.absent
 */
export async function findArticle(actor: MemberActor, id: number): Promise<FoundArticle> {
  const [row] = await db.execute<FoundArticle>(sql`
    select a.id::int, a.position, a.title, a.body, a.html, a.matter, a.version,
      (select state from charter_versions where state in ('drafting', 'reviewing', 'consenting', 'adopted')) as state,
      (select json_build_object('id', n.id, 'title', n.title) from charter_articles n where n.id = a.merged_into) as "mergedInto",
      (select coalesce(max(position), 0) from charter_articles)::int as last, ${neighbour(-1)} as previous, ${neighbour(1)} as next,
      (select coalesce(json_agg(json_build_object('id', c.id, 'author', m.name, 'organisation', ${ORGANISATION}, 'spokenFor', c.spoken_for, 'html', c.html, 'quote', c.quote,
        'adrift', c.adrift_at is not null, 'at', c.created_at, 'settledBy', (select name from members where id = c.settled_by), 'mine', c.author_id = ${actor.memberId}) order by c.id), '[]'::json)
        from charter_comments c join members m on m.id = c.author_id where c.article_id = a.id) as comments,
      (select coalesce(json_agg(json_build_object('id', p.id, 'author', m.name, 'organisation', ${ORGANISATION}, 'spokenFor', p.spoken_for, 'askedFor', p.asked_for, 'base', p.base_body, 'body', p.body,
        'reason', p.reason, 'state', p.state, 'adrift', p.adrift_at is not null, 'at', p.created_at,
        'supports', (select count(*) from proposal_voices v where v.proposal_id = p.id and v.stance = 'support'),
        'objections', (select count(*) from proposal_voices v where v.proposal_id = p.id and v.stance = 'object')) order by p.state <> 'open', p.id), '[]'::json)
        from charter_proposals p join members m on m.id = p.author_id where p.article_id = a.id and p.state <> 'withdrawn') as proposals
    from charter_articles a where a.id = ${id}`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}
