import { isDeepStrictEqual } from "node:util";
import { and, eq, lt, sql } from "drizzle-orm";
import { drafts } from "#db/schema/thread";
import type { ParticipantActor } from "~/kit/actor";
import { after, DAY, now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import type { Attachment, SharedFile } from "~/features/file/model";
import { KEPT_DAYS, type Besides, type DraftText } from "./model";
import { DRAFT_FILES } from "./sql.server";

export type Kept = { revision: number; savedAt: Date | null; published: boolean };

type Save = DraftText & {
  threadId: number | null;
  /** What its form says besides, blank fields left out. */
  besides: Besides;
  files: readonly Attachment[];
  /** The revision that this text goes on from; 0 when the page knows of none. */
  revision: number;
  /** The key of the form that would publish it: once published, a late save must not bring the text back. */
  formKey: string | null;
};

/** A ticked box alone is nothing to come back to. */
const isEmpty = ({ title, body, besides: { choix, sujet1, sujet2, sujet3 }, files }: Save): boolean =>
  files.length === 0 && [title, body, choix, sujet1, sujet2, sujet3].every((text) => !text?.trim());

/**
 * Keeps a text under way, with all that its form says and its files. It replaces only the revision that it goes on from, so
 * that two tabs never overwrite one another in silence; an empty text takes the
 * draft away.
 * @throws DomainError draft.moved with the other text as its state, thing.absent
 */
export async function keepDraft(tx: Tx, { actor }: Proof<"draft.keep", null, ParticipantActor>, save: Save): Promise<Kept> {
  const { threadId, title, body, revision, formKey } = save;
  const besides = JSON.stringify(save.besides);
  const me = actor.memberId;
  if (isEmpty(save)) {
    await tx.delete(drafts).where(and(eq(drafts.memberId, me), sql`${drafts.threadId} is not distinct from ${threadId}`, eq(drafts.revision, revision)));
    return { revision: 0, savedAt: null, published: false };
  }
  const at = now();
  const open =
    threadId === null
      ? sql`not ${actor.standing === "guest"}::boolean`
      : sql`exists (select 1 from threads t where t.id = ${threadId}) and (not ${actor.standing === "guest"}::boolean or exists (
          select 1 from thread_guests g where g.thread_id = ${threadId} and g.member_id = ${me} and g.until > ${at.toISOString()}::timestamptz))`;
  const [row] = await tx.execute(sql`
    with kept as (
      update drafts set title = ${title}, body = ${body}, besides = ${besides}::text::jsonb, revision = revision + 1, saved_at = ${at.toISOString()}::timestamptz
      where member_id = ${me} and thread_id is not distinct from ${threadId}::bigint and revision = ${revision} returning id, revision
    ), made as (
      insert into drafts (member_id, thread_id, title, body, besides, saved_at)
      select ${me}, ${threadId}::bigint, ${title}, ${body}, ${besides}::text::jsonb, ${at.toISOString()}::timestamptz
      where ${revision} = 0 and ${open}
        and not exists (select 1 from idempotency_keys k where k.member_id = ${me} and k.key = ${formKey ?? ""})
      on conflict on constraint drafts_one_per_place do nothing returning id, revision
    )
    select d.id, d.revision, exists (select 1 from draft_files f where f.draft_id = d.id) as filed from (select * from kept union all select * from made) d`);
  if (!row) return explain(tx, actor, save);
  if (save.files.length > 0 || row.filed) await keepFiles(tx, me, Number(row.id), save.files);
  return { revision: Number(row.revision), savedAt: at, published: false };
}

/** The draft's files, as its form lists them: one's own that no message has. */
async function keepFiles(tx: Tx, me: number, draftId: number, files: readonly Attachment[]): Promise<void> {
  const list = JSON.stringify(files.map(({ id, description }, place) => ({ id, description, place })));
  await tx.execute(sql`
    with listed as (
      select f.id, c.place, c.description from json_to_recordset(${list}::json) as c(id bigint, place int, description text)
      join files f on f.id = c.id where f.uploader_id = ${me} and f.message_id is null and f.concealed_at is null and f.filed_at is null
    ), gone as (
      delete from draft_files where draft_id = ${draftId} and file_id not in (select id from listed)
    )
    insert into draft_files (draft_id, file_id, place, description) select ${draftId}, id, place, description from listed
    on conflict on constraint draft_files_once do update set place = excluded.place, description = excluded.description`);
}

/** Why nothing was kept: it was published meanwhile, another tab was first, or the thread is not open. */
async function explain(tx: Tx, actor: ParticipantActor, { threadId, title, body, besides, files, formKey, revision }: Save): Promise<Kept> {
  const [row] = await tx.execute(sql`
    select d.title, d.body, d.besides, ${DRAFT_FILES(sql`d.id`)} as files, d.revision, d.saved_at,
      exists (select 1 from idempotency_keys k where k.member_id = ${actor.memberId} and k.key = ${formKey ?? ""}) as published
    from (select 1) one left join drafts d on d.member_id = ${actor.memberId} and d.thread_id is not distinct from ${threadId}::bigint`);
  if (row?.published) return { revision: 0, savedAt: null, published: true };
  const other = { title: String(row?.title ?? ""), body: String(row?.body ?? ""), files: ((row?.files as SharedFile[] | null) ?? []).map(({ id, description }) => ({ id, description })) };
  // Two tabs that opened on the same text have nothing to choose between.
  const alike = other.title === title && other.body === body && isDeepStrictEqual(row?.besides, besides) && isDeepStrictEqual(other.files, files.map(({ id, description }) => ({ id, description })));
  if (alike && row?.revision) return { revision: Number(row.revision), savedAt: new Date(String(row.saved_at)), published: false };
  if (!row || (row.revision === null && revision === 0)) throw new DomainError("thing.absent");
  throw new DomainError("draft.moved", { state: { ...other, files: JSON.stringify(other.files), revision: Number(row.revision ?? 0) } });
}

/** Throws away one's own draft; doing it twice is the same. */
export async function forgetDraft(tx: Tx, { actor, subject }: Proof<"draft.forget", number, ParticipantActor>): Promise<void> {
  await tx.delete(drafts).where(and(eq(drafts.id, subject), eq(drafts.memberId, actor.memberId)));
}

/** Forgets the drafts that nobody touched for ninety days; a job calls it each night. */
export async function forgetOldDrafts(): Promise<void> {
  await inTransaction((tx) => tx.delete(drafts).where(lt(drafts.savedAt, after(now(), -KEPT_DAYS * DAY))));
}
