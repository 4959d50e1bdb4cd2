import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { isMember, type MemberActor, type ParticipantActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { begunUnnamedBy, HEAD, openTo, reachOf, UNNAMED, type HeadFacts } from "./sql.server";

/** What stands above the messages of a thread, and whether this person began it. */
export type FoundHead = { id: number; title: string; mine: boolean; unnamed: boolean; head: HeadFacts };

/** @throws DomainError thing.absent */
export async function findHead(actor: ParticipantActor, id: number): Promise<FoundHead> {
  const reach = reachOf(actor);
  const [row] = (await db.execute(sql`
    select threads.id::int as id, threads.title, (threads.author_id is not distinct from ${reach.me}::bigint or ${begunUnnamedBy(reach.me)}) as mine, threads.author_id is null as unnamed, ${HEAD} as head
    from threads where threads.id = ${id} and ${openTo(reach)}`)) as unknown as FoundHead[];
  if (!row) throw new DomainError("thing.absent");
  return { ...row, mine: row.mine && isMember(actor) };
}

export type FoundSummary = { body: string; /** Names this very text, so that two people at once do not undo each other. */ stamp: string };

/** The summary as it was typed, for who may change it. */
export async function findSummary(actor: MemberActor, id: number): Promise<FoundSummary> {
  const [row] = await db.execute<FoundSummary>(sql`
    select coalesce(summary_body, '') as body, coalesce((extract(epoch from summary_at) * 1000)::bigint::text, '') as stamp
    from threads where threads.id = ${id} and ${openTo(reachOf(actor))}`);
  if (!row) throw new DomainError("thing.absent");
  return row;
}

/** Messages offered as the answer, the latest first. */
const OFFERED = 60;

export type Candidate = { id: number; author: string; created_at: string; body: string };

/** What could be the answer in a thread: what was said after the question. */
export async function listCandidates(actor: MemberActor, id: number): Promise<Candidate[]> {
  return (await db.execute(sql`
    select m.id::int as id, coalesce(a.name, ${UNNAMED}) as author, m.created_at, left(m.body, 90) as body
    from threads join messages m on m.thread_id = threads.id left join members a on a.id = m.author_id
    where threads.id = ${id} and ${openTo(reachOf(actor))} and m.position > 1 and m.deleted_at is null and m.concealed_at is null
    order by m.position desc limit ${OFFERED}`)) as unknown as Candidate[];
}
