import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { mayReview } from "../policy";
import type { Author } from "../queries.server";
import { AUTHOR } from "../sql.server";

export type Queued = { id: number; kind: "post" | "comment"; saidAt: Date; body: string; group: string; author: Author | null; by: string[] };

export const PER_REVIEW = 30;

const queuedFrom = (row: Record<string, unknown>): Queued => ({
  id: Number(row.id),
  kind: row.kind as Queued["kind"],
  saidAt: new Date(String(row.said_at)),
  body: String(row.body),
  group: String(row.group_name),
  author: row.author as Author | null,
  by: row.by as string[],
});

const COLUMNS = sql`t.id, t.kind, t.said_at, t.body, t.group_name, ${AUTHOR}, array(select m.name from archive_sources s join members m on m.id = s.member_id where s.text_id = t.id order by m.name) as by`;

/** What the committee has yet to look at, the first ones first. */
export async function listQueue(actor: MemberActor): Promise<Queued[]> {
  mayReview(actor);
  const rows = await db.execute(sql`select ${COLUMNS} from archive_texts t where t.reviewed_at is null and t.left_out_at is null order by t.published_at, t.id limit ${PER_REVIEW}`);
  return rows.map(queuedFrom);
}
