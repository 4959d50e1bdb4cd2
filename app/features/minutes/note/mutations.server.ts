import { sql } from "drizzle-orm";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import type { Noting } from "../policy";

export type KeptNotes = { revision: number; savedAt: Date };

/**
 * Keeps notes. They replace only the revision that they go on from, so that two people never
 * overwrite one another in silence; the same text twice changes nothing.
 * @throws DomainError notes.moved with the other text as its state
 */
export async function keepNotes(tx: Tx, { actor, subject: { meetingId, sittingId } }: Noting, { body, revision }: { body: string; revision: number }): Promise<KeptNotes> {
  const at = now();
  const place = sql`meeting_id = ${meetingId} and sitting_id is not distinct from ${sittingId}::bigint`;
  const written = sql`body = ${body}, revision = revision + 1, written_by = ${actor.memberId}, written_at = ${at.toISOString()}::timestamptz`;
  const [kept] = await tx.execute<{ revision: number }>(sql`
    with kept as (update meeting_notes set ${written} where ${place} and revision = ${revision} and body <> ${body} returning revision),
    made as (insert into meeting_notes (meeting_id, sitting_id, body, written_by, written_at)
      select ${meetingId}, ${sittingId}::bigint, ${body}, ${actor.memberId}, ${at.toISOString()}::timestamptz where ${revision} = 0
      on conflict on constraint meeting_notes_one_per_place do nothing returning revision)
    select revision from kept union all select revision from made`);
  if (kept) {
    tx.announce({ type: "minutes.moved", id: meetingId });
    return { revision: kept.revision, savedAt: at };
  }
  const [row] = await tx.execute<{ body: string; revision: number; at: string | Date }>(sql`select body, revision, written_at as at from meeting_notes where ${place}`);
  if (row?.body === body) return { revision: row.revision, savedAt: new Date(row.at) };
  throw new DomainError("notes.moved", { state: { title: "", body: row?.body ?? "", revision: row?.revision ?? 0 } });
}
