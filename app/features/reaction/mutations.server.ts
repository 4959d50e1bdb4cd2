import { sql } from "drizzle-orm";
import type { ParticipantActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import { moveMessage } from "~/features/thread/revision-mutations.server";
import { openTo, reachOf } from "~/features/thread/sql.server";
import type { MessageOfThread, Reaction } from "~/features/thread/model";

/**
 * Adds or takes back one's reaction; saying the same again changes nothing.
 * @throws DomainError thing.absent when the message is not open to the actor, or was deleted.
 */
export async function react(
  tx: Tx,
  { actor, subject: { threadId, messageId } }: Proof<"message.react", MessageOfThread, ParticipantActor>,
  { reaction, on }: { reaction: Reaction; on: boolean },
): Promise<void> {
  await moveMessage(tx, threadId, messageId);
  const reach = reachOf(actor);
  const [open] = await tx.execute(sql`
    select 1 from messages join threads on threads.id = messages.thread_id
    where messages.id = ${messageId} and messages.thread_id = ${threadId} and messages.deleted_at is null and ${openTo(reach)}`);
  if (!open) throw new DomainError("thing.absent");
  await tx.execute(
    on
      ? sql`insert into reactions (message_id, member_id, kind) values (${messageId}, ${reach.me}, ${reaction}) on conflict on constraint reactions_once do nothing`
      : sql`delete from reactions where message_id = ${messageId} and member_id = ${reach.me} and kind = ${reaction}`,
  );
}
