import { sql, type SQL } from "drizzle-orm";
import { drafts } from "#db/schema/thread";
import type { SharedFile } from "~/features/file/model";

/** The files of a draft that no message has taken, in order. */
export const DRAFT_FILES = (draft: SQL) => sql<SharedFile[]>`(
  select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'size', f.size, 'width', f.width, 'height', f.height, 'description', kept.description) order by kept.place, f.id), '[]'::json)
  from draft_files kept join files f on f.id = kept.file_id where kept.draft_id = ${draft} and f.message_id is null and f.concealed_at is null and f.filed_at is null)`;

/** A draft as its composer takes it up again. */
export const DRAFT = { title: drafts.title, body: drafts.body, besides: drafts.besides, files: DRAFT_FILES(sql`drafts.id`), revision: drafts.revision, savedAt: drafts.savedAt };
