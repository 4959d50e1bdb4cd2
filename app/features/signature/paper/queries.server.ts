import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { mayRecordPaper } from "../policy";
import type { PaperAct } from "./model";

export type FoundPaper = {
  id: number; act: PaperAct; version: number; of: string; name: string; title: string; signedOn: string;
  fileId: number; fileName: string; recordedBy: number; recorder: string; recordedAt: string; memberId: number | null; confirmer: string | null; hash: string | null;
};

/** What waits for a second person first, then what was confirmed, the latest first. */
export async function listPapers(actor: MemberActor): Promise<FoundPaper[]> {
  mayRecordPaper(actor);
  return [...(await db.execute<FoundPaper>(sql`
    select p.id::int, p.act, p.version, coalesce(o.name, m.name) as of, p.name, p.title, p.signed_on as "signedOn", f.id::int as "fileId", f.name as "fileName",
      p.recorded_by::int as "recordedBy", r.name as recorder, p.recorded_at as "recordedAt", p.member_id::int as "memberId", d.name as confirmer, l.hash
    from paper_signatures p join files f on f.id = p.file_id join members r on r.id = p.recorded_by
    left join members m on m.id = p.member_id left join organisations o on o.id = p.organisation_id
    left join members d on d.id = p.decided_by left join charter_log l on l.number = p.log_number
    order by p.decided_at is not null, coalesce(p.decided_at, p.recorded_at) desc limit 60`))];
}

export type PaperChoices = { people: { id: number; name: string; organisation: string | null }[]; organisations: { id: number; name: string }[]; versions: number[] };

/** Whose page it may be, and of which version. */
export async function listPaperChoices(actor: MemberActor): Promise<PaperChoices> {
  mayRecordPaper(actor);
  const [row] = await db.execute<PaperChoices>(sql`
    select (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'organisation', (select o.name from memberships s join organisations o on o.id = s.organisation_id where s.member_id = m.id order by s.since, o.id limit 1)) order by folded(m.name), m.id), '[]'::json)
        from members m where m.state in ('invited', 'active', 'paused') and m.guest_until is null and m.name <> '' and m.id <> ${actor.memberId}) as people,
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by folded(o.name)), '[]'::json) from organisations o) as organisations,
      (select coalesce(json_agg(v.number order by v.number desc), '[]'::json) from charter_versions v where v.published_at is not null) as versions`);
  return row ?? { people: [], organisations: [], versions: [] };
}
