import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { mayFollowUp } from "../policy";

export type Head = { number: number; hash: string };

/** The head of the log now, and those that were mailed in the last weeks. */
export async function findHeads(actor: MemberActor): Promise<{ head: Head | null; mailed: (Head & { week: string; at: string })[] }> {
  mayFollowUp(actor);
  const [row] = await db.execute<{ head: Head | null; mailed: (Head & { week: string; at: string })[] }>(sql`
    select (select json_build_object('number', l.number, 'hash', l.hash) from charter_log l order by l.number desc limit 1) as head,
      (select coalesce(json_agg(json_build_object('week', h.week, 'at', h.at, 'number', h.number, 'hash', h.hash) order by h.week desc), '[]'::json)
        from (select * from charter_heads order by week desc limit 8) h) as mailed`);
  return row ?? { head: null, mailed: [] };
}
