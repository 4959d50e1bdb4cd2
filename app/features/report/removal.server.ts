import { sql } from "drizzle-orm";
import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import type { Form } from "~/kit/form.server";
import { writeOnce } from "~/kit/transaction.server";
import { removeThread } from "~/features/thread/head-mutations.server";
import { findHead } from "~/features/thread/head-queries.server";
import { threadPath } from "~/features/thread/model";
import { mayFeatureThread } from "~/features/thread/policy";
import { authorOf, writeLetter } from "./mutations.server";
import { removalInput } from "./schema";

/** A whole discussion taken away or given back, which its author is told with the reason. */

/** The loader's data of the page where that is done. */
export async function removalPage(actor: MemberActor, threadId: number) {
  const { title, head } = await findHead(actor, threadId);
  return { threadId, title, removed: head.removed };
}

/** Does it, once, and leaves its trace among the settled reports. */
export async function removeThreadFrom(actor: MemberActor, threadId: number, form: Form): Promise<string> {
  const proof = mayFeatureThread(actor, await findHead(actor, threadId));
  const { retirer, mot } = form.parse(removalInput);
  return writeOnce(actor, form, async (tx) => {
    await removeThread(tx, proof, retirer);
    const at = now().toISOString();
    const [made] = await tx.execute(sql`
      insert into reports (kind, thread_id, cause, reporter_id, at, outcome, settled_at, settled_by)
      values ('title', ${threadId}, 'frame', ${actor.memberId}, ${at}::timestamptz, ${retirer ? "deleted" : "restored"}, ${at}::timestamptz, ${actor.memberId}) returning id`);
    const to = await authorOf(tx, { kind: "title", threadId, messageId: null, fileId: null });
    if (to !== null) await writeLetter(tx, { reportId: Number(made?.id), threadId, to, act: retirer ? "thread-removed" : "thread-restored", body: mot, by: actor.memberId });
    return threadPath(threadId);
  });
}
