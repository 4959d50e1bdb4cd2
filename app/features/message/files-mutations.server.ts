import { sql } from "drizzle-orm";
import type { ParticipantActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { FIELDS, MAX_PER_MESSAGE, type Attachment } from "~/features/file/model";
import { GONE_SENTENCE, TOO_MANY_SENTENCE } from "~/features/file/refusal.server";
import { attaching } from "~/features/thread/attach-sql.server";
import { reachOf } from "~/features/thread/sql.server";

type Change = { files: readonly Attachment[]; /** Whatever is not named here stays: a form that knows of no file takes none away. */ leftOut: readonly number[] };

const refused = (sentence: string): DomainError => new DomainError("input.invalid", { fields: { [FIELDS.sent]: sentence } });

/**
 * Gives a message of one's own the files that its form says, once its row is locked: those left out are deleted, new
 * ones come after those that stay.
 * @throws DomainError input.invalid when a file is no longer there, or there are too many.
 */
export async function settleFiles(tx: Tx, actor: ParticipantActor, messageId: number, { files, leftOut }: Change): Promise<void> {
  if (files.length === 0 && leftOut.length === 0) return;
  await tx.execute(sql`delete from files where message_id = ${messageId} and uploader_id = ${actor.memberId} and id = any(string_to_array(${leftOut.join()}, ',')::bigint[])`);
  const standing = (await tx.execute(sql`
    update files set description = coalesce(c.description, files.description)
    from files f left join json_to_recordset(${JSON.stringify(files)}::json) as c(id bigint, description text) on c.id = f.id
    where files.id = f.id and f.message_id = ${messageId} returning files.id::int as id, files.place`)) as unknown as { id: number; place: number }[];
  const there = new Set(standing.map(({ id }) => id));
  const fresh = files.filter(({ id }) => !there.has(id));
  if (standing.length + fresh.length > MAX_PER_MESSAGE) throw refused(TOO_MANY_SENTENCE);
  if (fresh.length === 0) return;
  const { chosen, allThere, attached } = attaching(reachOf(actor), fresh, Math.max(-1, ...standing.map(({ place }) => place)) + 1);
  const taken = await tx.execute(sql`with ${chosen} posted as (select m.id from messages m where m.id = ${messageId} and ${allThere})${attached} select id from posted`);
  if (taken.length === 0) throw refused(GONE_SENTENCE);
}
