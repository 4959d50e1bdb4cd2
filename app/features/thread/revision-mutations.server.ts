import { sql } from "drizzle-orm";
import type { Tx } from "~/kit/transaction.server";

/**
 * Gives a message the thread's next revision, so that open pages fetch its row again.
 * It comes first in the transaction of what changes the message: whatever changes a
 * thread takes the lock of its row before any other, so that no two wait for each other.
 */
export async function moveMessage(tx: Tx, threadId: number, messageId: number): Promise<void> {
  await tx.execute(sql`
    with moved as (update threads set revision = revision + 1 where id = ${threadId} returning id, revision)
    update messages set revision = moved.revision from moved where messages.id = ${messageId} and messages.thread_id = moved.id`);
  tx.announce({ type: "thread.moved", id: threadId });
}

/** The same for what stands above the messages: title, state, answer, summary. */
export async function moveHead(tx: Tx, threadId: number): Promise<void> {
  await tx.execute(sql`update threads set revision = revision + 1, head_revision = revision + 1 where id = ${threadId}`);
  tx.announce({ type: "thread.moved", id: threadId });
}
