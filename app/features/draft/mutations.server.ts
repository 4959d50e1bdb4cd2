import { and, eq, lt, sql } from "drizzle-orm";
import { drafts } from "#db/schema/thread";
import type { ParticipantActor } from "~/kit/actor";
import { after, DAY, now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import { inTransaction, type Tx } from "~/kit/transaction.server";
import { isEmpty, KEPT_DAYS, type DraftText } from "./model";

export type Kept = { revision: number; savedAt: Date | null; published: boolean };

type Save = DraftText & {
  threadId: number | null;
  /** The revision that this text goes on from; 0 when the page knows of none. */
  revision: number;
  /** The key of the form that would publish it: once published, a late save must not bring the text back. */
  formKey: string | null;
};

/**
 * Keeps a text under way. It replaces only the revision that it goes on from, so
 * that two tabs never overwrite one another in silence; an empty text takes the
 * draft away.
 * @throws DomainError draft.moved with the other text as its state, thing.absent
 */
export async function keepDraft(tx: Tx, { actor }: Proof<"draft.keep", null, ParticipantActor>, save: Save): Promise<Kept> {
  const { threadId, title, body, revision, formKey } = save;
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
      update drafts set title = ${title}, body = ${body}, revision = revision + 1, saved_at = ${at.toISOString()}::timestamptz
      where member_id = ${me} and thread_id is not distinct from ${threadId}::bigint and revision = ${revision} returning revision
    ), made as (
      insert into drafts (member_id, thread_id, title, body, saved_at)
      select ${me}, ${threadId}::bigint, ${title}, ${body}, ${at.toISOString()}::timestamptz
      where ${revision} = 0 and ${open}
        and not exists (select 1 from idempotency_keys k where k.member_id = ${me} and k.key = ${formKey ?? ""})
      on conflict on constraint drafts_one_per_place do nothing returning revision
    )
    select revision from kept union all select revision from made`);
  if (row) return { revision: Number(row.revision), savedAt: at, published: false };
  return explain(tx, actor, save);
}

/** Why nothing was kept: it was published meanwhile, another tab was first, or the thread is not open. */
async function explain(tx: Tx, actor: ParticipantActor, { threadId, title, body, formKey, revision }: Save): Promise<Kept> {
  const [row] = await tx.execute(sql`
    select d.title, d.body, d.revision, d.saved_at,
      exists (select 1 from idempotency_keys k where k.member_id = ${actor.memberId} and k.key = ${formKey ?? ""}) as published
    from (select 1) one left join drafts d on d.member_id = ${actor.memberId} and d.thread_id is not distinct from ${threadId}::bigint`);
  if (row?.published) return { revision: 0, savedAt: null, published: true };
  // Two tabs that opened on the same text have nothing to choose between.
  if (row?.title === title && row.body === body) return { revision: Number(row.revision), savedAt: new Date(String(row.saved_at)), published: false };
  if (!row || (row.revision === null && revision === 0)) throw new DomainError("thing.absent");
  throw new DomainError("draft.moved", {
    state: { title: String(row.title ?? ""), body: String(row.body ?? ""), revision: Number(row.revision ?? 0) },
  });
}

/** Throws away one's own draft; doing it twice is the same. */
export async function forgetDraft(tx: Tx, { actor, subject }: Proof<"draft.forget", number, ParticipantActor>): Promise<void> {
  await tx.delete(drafts).where(and(eq(drafts.id, subject), eq(drafts.memberId, actor.memberId)));
}

/** Forgets the drafts that nobody touched for ninety days; a job calls it each night. */
export async function forgetOldDrafts(): Promise<void> {
  await inTransaction((tx) => tx.delete(drafts).where(lt(drafts.savedAt, after(now(), -KEPT_DAYS * DAY))));
}
