import { sql, type SQL } from "drizzle-orm";
import type { Attachment } from "~/features/file/model";

/** The parts of a statement that hands files over to the message it makes. */
type Attaching = { chosen: SQL; allThere: SQL; attached: SQL };

/**
 * Files go with their message or not at all: `chosen` locks those that are still the
 * writer's own and in no message, `allThere` is true when none is missing, and
 * `attached` gives them to the row of « posted ». Whoever publishes a picture has
 * said that the people in it agree.
 * @param from the place of the first of them.
 */
export function attaching({ me, at }: { me: number; at: string }, files: readonly Attachment[], from = 0): Attaching {
  if (files.length === 0) return { chosen: sql``, allThere: sql`true`, attached: sql`` };
  const list = JSON.stringify(files.map(({ id, description }, index) => ({ id, description, place: from + index })));
  return {
    chosen: sql`chosen as (
      select f.id, c.place, c.description from json_to_recordset(${list}::json) as c(id bigint, place int, description text)
      join files f on f.id = c.id where f.uploader_id = ${me} and f.message_id is null and f.concealed_at is null and f.filed_at is null for update of f
    ),`,
    allThere: sql`(select count(*) from chosen) = ${files.length}::int`,
    attached: sql`, attached as (
      update files set message_id = posted.id, place = chosen.place, description = chosen.description, attached_at = ${at}::timestamptz,
        consent_by = case when files.width is not null then ${me}::bigint end, consent_at = case when files.width is not null then ${at}::timestamptz end
      from posted, chosen where files.id = chosen.id
    )`,
  };
}
