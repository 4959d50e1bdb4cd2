import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { mayReview } from "./policy";

/** How much waits for the committee, and since when. */
export async function countQueue(actor: MemberActor): Promise<{ texts: number; concealed: number; claims: number; since: Date | null }> {
  mayReview(actor);
  const [row] = await db.execute(sql`
    select t.texts, t.concealed, c.claims, least(t.since, c.since) as since
    from (select count(*) filter (where concealed_at is null)::int as texts, count(*) filter (where concealed_at is not null)::int as concealed, min(coalesce(concealed_at, published_at)) as since
      from archive_texts where concealed_at is not null or (reviewed_at is null and left_out_at is null)) t,
      (select count(*)::int as claims, min(at) as since from archive_claims where settled_at is null) c`);
  return { texts: Number(row?.texts ?? 0), concealed: Number(row?.concealed ?? 0), claims: Number(row?.claims ?? 0), since: row?.since ? new Date(String(row.since)) : null };
}
