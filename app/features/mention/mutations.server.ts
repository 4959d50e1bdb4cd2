import { sql, type SQL } from "drizzle-orm";
import type { Mention } from "~/kit/markdown-mention";
import type { Tx } from "~/kit/transaction.server";

/** Whom a message calls, as rows: « called(member_id, organisation_id) ». */
const rowsOf = (called: readonly Mention[]): SQL => {
  const rows = called.map(({ kind, id }) => (kind === "personne" ? { member_id: id } : { organisation_id: id }));
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as called(member_id bigint, organisation_id bigint)`;
};

/** A part of the statement that writes a message: its mentions, for the row that an earlier part made. */
export const mentionEntries = (called: readonly Mention[], made: SQL): SQL =>
  sql`insert into mentions (message_id, member_id, organisation_id) select made.id, called.member_id, called.organisation_id from ${made} made, ${rowsOf(called)}`;

/** After an edit: whoever is still called keeps their row, so that whoever was told is not told again. */
export async function settleMentions(tx: Tx, messageId: number, called: readonly Mention[]): Promise<void> {
  await tx.execute(sql`
    with gone as (
      delete from mentions m where m.message_id = ${messageId} and not exists (
        select 1 from ${rowsOf(called)} where called.member_id is not distinct from m.member_id and called.organisation_id is not distinct from m.organisation_id)
    )
    insert into mentions (message_id, member_id, organisation_id) select ${messageId}, called.member_id, called.organisation_id from ${rowsOf(called)}
    on conflict on constraint mentions_once do nothing`);
}
