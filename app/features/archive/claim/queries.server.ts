import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { mayReview } from "../policy";

export type WaitingClaim = {
  id: number;
  textId: number;
  /** Who says so. */
  name: string;
  body: string;
  saidAt: Date;
  /** All texts of the same author that are nobody's. */
  texts: number;
  authorHash: string | null;
};

const MOST = 50;

/** What people say is theirs, the first one first. For the committee. */
export async function listClaims(actor: MemberActor): Promise<WaitingClaim[]> {
  mayReview(actor);
  const rows = await db.execute<Record<string, unknown>>(sql`
    select c.id, c.text_id, m.name, left(t.body, 400) as body, t.said_at, t.author_hash,
      (select count(*)::int from archive_texts o where o.author_id is null and (o.id = t.id or o.author_hash = t.author_hash)) as texts
    from archive_claims c join archive_texts t on t.id = c.text_id join members m on m.id = c.member_id where c.settled_at is null order by c.at, c.id limit ${MOST}`);
  return rows.map((row) => ({
    id: Number(row.id),
    textId: Number(row.text_id),
    name: String(row.name),
    body: String(row.body),
    saidAt: new Date(String(row.said_at)),
    texts: Number(row.texts),
    authorHash: row.author_hash as string | null,
  }));
}
