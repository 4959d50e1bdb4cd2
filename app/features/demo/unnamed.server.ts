import { sql } from "drizzle-orm";
import { anonymityKeepers } from "#db/schema/anonymity";
import { after, DAY } from "~/kit/clock.server";
import type { Tx } from "~/kit/transaction.server";
import type { WrittenThread } from "./conversations.server";
import type { Cast } from "./people.server";

/** What someone asked without their name, and its two keepers. */
export async function fillUnnamed(tx: Tx, { idOf }: Cast, written: readonly WrittenThread[], today: Date): Promise<void> {
  const namedAt = after(today, -200 * DAY);
  await tx.insert(anonymityKeepers).values(["audrey", "veronique"].map((key, index) => ({ place: index + 1, memberId: idOf(key), namedBy: idOf("audrey"), namedAt })));
  const thread = written.find(({ key }) => key === "parents-epuises");
  const author = thread?.authors[0];
  if (!thread || !author) return;
  await tx.execute(sql`insert into hidden_authors (message_id, member_id) select id, author_id from messages where thread_id = ${thread.id} and author_id = ${idOf(author)}`);
  await tx.execute(sql`update messages set author_id = null where thread_id = ${thread.id} and author_id = ${idOf(author)}`);
  await tx.execute(sql`update threads set author_id = null, last_author_id = nullif(last_author_id, ${idOf(author)}) where id = ${thread.id}`);
}
