import { sql } from "drizzle-orm";
import type { ParticipantActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import type { MessageOfThread } from "~/features/thread/model";
import { openTo, reachOf } from "~/features/thread/sql.server";

/**
 * Keeps a message at hand, or lets go of it. Nobody else sees it, so no bell rings.
 * @throws DomainError thing.absent
 */
export async function bookmark(tx: Tx, { actor, subject: { threadId, messageId } }: Proof<"message.bookmark", MessageOfThread, ParticipantActor>, on: boolean): Promise<void> {
  const reach = reachOf(actor);
  if (!on) {
    await tx.execute(sql`delete from bookmarks where member_id = ${reach.me} and message_id = ${messageId}`);
    return;
  }
  const kept = await tx.execute(sql`
    insert into bookmarks (member_id, message_id, at)
    select ${reach.me}, messages.id, ${reach.at}::timestamptz from messages join threads on threads.id = messages.thread_id
    where messages.id = ${messageId} and messages.thread_id = ${threadId} and messages.deleted_at is null and ${openTo(reach)}
    on conflict on constraint bookmarks_once do update set at = bookmarks.at returning 1`);
  if (kept.length === 0) throw new DomainError("thing.absent");
}
