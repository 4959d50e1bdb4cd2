import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { mayReview } from "./policy";

/** How much waits for the committee, and since when. */
export async function countQueue(actor: MemberActor): Promise<{ texts: number; claims: number; since: Date | null }> {
  mayReview(actor);
  const [row] = await db.execute(sql`
    select t.texts, c.claims, least(t.since, c.since) as since
    from (select count(*)::int as texts, min(published_at) as since from archive_texts where reviewed_at is null and left_out_at is null) t,
      (select count(*)::int as claims, min(at) as since from archive_claims where settled_at is null) c`);
  return { texts: Number(row?.texts ?? 0), claims: Number(row?.claims ?? 0), since: row?.since ? new Date(String(row.since)) : null };
}
