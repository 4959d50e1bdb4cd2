import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { firstOrganisationOf } from "~/features/organisation/sql.server";
import type { VersionState } from "../model";

export type Voice = { name: string; organisation: string | null; stance: "support" | "object"; reason: string; mine: boolean };
export type FoundProposal = {
  id: number; articleId: number; articleTitle: string; position: number | null; articleBody: string; articleVersion: number; versionState: VersionState | null;
  author: string; organisation: string | null; spokenFor: string; askedFor: string; mine: boolean; base: string; body: string; reason: string; state: string; adrift: boolean; at: string;
  decidedAt: string | null; decidedBy: string | null; decisionReason: string; voices: Voice[];
};

/** Where a person works first. */

/**
 * A proposal, with who supports it and who objects.
 * @throws DomainError thing.absent
 */
export async function findProposal(actor: MemberActor, id: number): Promise<FoundProposal> {
  const [row] = await db.execute<FoundProposal>(sql`
    select p.id::int, a.id::int as "articleId", a.title as "articleTitle", a.position, a.body as "articleBody", a.version as "articleVersion",
      (select state from charter_versions where state in ('drafting', 'reviewing', 'consenting', 'adopted')) as "versionState",
      m.name as author, ${firstOrganisationOf(sql`m.id`)} as organisation, p.spoken_for as "spokenFor", p.asked_for as "askedFor", p.author_id = ${actor.memberId} as mine,
      p.base_body as base, p.body, p.reason, p.state, p.adrift_at is not null as adrift, p.created_at as at, p.decided_at as "decidedAt",
      (select name from members where id = p.decided_by) as "decidedBy", p.decision_reason as "decisionReason",
      (select coalesce(json_agg(json_build_object('name', w.name, 'organisation', ${firstOrganisationOf(sql`w.id`)}, 'stance', v.stance, 'reason', v.reason, 'mine', w.id = ${actor.memberId}) order by v.at), '[]'::json)
        from proposal_voices v join members w on w.id = v.member_id where v.proposal_id = p.id) as voices
    from charter_proposals p join charter_articles a on a.id = p.article_id join members m on m.id = p.author_id where p.id = ${id}`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}

export type OpenProposal = { id: number; title: string; since: string };

/** One's own proposals that lost their words, for « À faire ». */
export async function listAdrift(actor: MemberActor): Promise<OpenProposal[]> {
  return [
    ...(await db.execute<OpenProposal>(sql`
      select p.id::int, a.title, p.adrift_at as since from charter_proposals p join charter_articles a on a.id = p.article_id
      where p.author_id = ${actor.memberId} and p.state = 'open' and p.adrift_at is not null and p.spoken_for = '' order by p.adrift_at desc limit 3`)),
  ];
}
