import { sql } from "drizzle-orm";
import { POLLS } from "#db/demo/polls";
import type { Tx } from "~/kit/transaction.server";
import type { WrittenThread } from "./conversations.server";
import type { Cast } from "./people.server";

/** The quick polls under messages, and who chose what; those that are over end once the votes are in. */
export async function fillPolls(tx: Tx, { idOf }: Cast, written: readonly WrittenThread[]): Promise<void> {
  for (const { thread, begins, single, closed, choices } of POLLS) {
    const threadId = written.find(({ key }) => key === thread)?.id ?? 0;
    const list = JSON.stringify(choices.map(([label, ...by], index) => ({ label, place: index + 1, by: by.map(idOf) })));
    const [poll] = await tx.execute(sql`
      insert into polls (message_id, single) select m.id, ${single}::boolean from messages m where m.thread_id = ${threadId} and starts_with(m.body, ${begins}) limit 1 returning id`);
    if (!poll) throw new Error(`Nobody asks « ${begins} » in ${thread}.`);
    await tx.execute(sql`
      insert into poll_choices (poll_id, place, label) select ${poll.id}::bigint, c.place, c.label from json_to_recordset(${list}::json) as c(label text, place smallint)`);
    await tx.execute(sql`
      insert into poll_votes (poll_id, choice_id, member_id, single, at)
      select p.id, c.id, voter::bigint, p.single, m.created_at + interval '3 hours'
      from json_to_recordset(${list}::json) as v(place smallint, by json), json_array_elements_text(v.by) voter, poll_choices c, polls p join messages m on m.id = p.message_id
      where p.id = ${poll.id}::bigint and c.poll_id = p.id and c.place = v.place`);
    if (closed) await tx.execute(sql`update polls set closed_at = m.created_at + interval '4 days', closed_by = m.author_id from messages m where polls.id = ${poll.id}::bigint and m.id = polls.message_id`);
  }
}
