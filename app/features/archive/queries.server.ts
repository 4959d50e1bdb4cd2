import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import type { MemberActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import { AUTHOR, seenBy } from "./sql.server";

/** What was published out of archives, as a member may read it. */

export const PER_PAGE = 30;
/** More comments than a post of a group has. */
const MOST_COMMENTS = 500;

export type Author = { name: string; title: string; organisation: string | null; organisationId: number | null };

type Row = Record<string, unknown>;

const textFrom = (row: Row) => ({
  id: Number(row.id),
  kind: row.kind as "post" | "comment",
  saidAt: new Date(String(row.said_at)),
  body: String(row.body),
  group: String(row.group_name),
  author: row.author as Author | null,
  mine: row.mine === true,
  reviewed: row.reviewed_at !== null,
  leftOut: row.left_out_at === null ? null : String(row.left_out_reason ?? ""),
  claim: (row.claim as "waiting" | "refused" | null) ?? null,
});
export type ArchivedText = ReturnType<typeof textFrom>;

const columns = (actor: MemberActor) => sql`
  t.id, t.kind, t.said_at, t.group_name, t.reviewed_at, t.left_out_at, t.left_out_reason, ${AUTHOR},
  (t.author_id is not distinct from ${actor.memberId}::bigint or exists (select 1 from archive_sources s where s.text_id = t.id and s.member_id = ${actor.memberId})) as mine,
  (select coalesce(c.outcome, 'waiting') from archive_claims c where c.text_id = t.id and c.member_id = ${actor.memberId}) as claim`;

/** A comment whose post is not there, or not to be seen, stands by itself. */
const head = (actor: MemberActor) => sql`(select p.id from archive_texts p where p.id = t.post_id and ${seenBy(actor, sql`p`)})`;

export type Before = { at: string; id: number };
export type ArchivedHead = ArchivedText & { comments: number };

/** Posts and lonely comments, the latest first. */
export async function listArchived(actor: MemberActor, before: Before | null): Promise<{ heads: ArchivedHead[]; next: Before | null }> {
  const rows = await db.execute<Row>(sql`
    select ${columns(actor)}, left(t.body, 400) as body, (select count(*)::int from archive_texts c where c.post_id = t.id and ${seenBy(actor, sql`c`)}) as comments
    from archive_texts t where ${seenBy(actor, sql`t`)} and ${head(actor)} is null
      and (${before?.at ?? null}::timestamptz is null or (t.said_at, t.id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? 0}::bigint))
    order by t.said_at desc, t.id desc limit ${PER_PAGE + 1}`);
  const heads = rows.slice(0, PER_PAGE).map((row) => ({ ...textFrom(row), comments: Number(row.comments) }));
  const last = heads.at(-1);
  return { heads, next: rows.length > PER_PAGE && last ? { at: last.saidAt.toISOString(), id: last.id } : null };
}

/** The post that a text belongs to, with all that is under it. @throws DomainError thing.absent */
export async function findArchived(actor: MemberActor, id: number): Promise<ArchivedText[]> {
  const rows = await db.execute<Row>(sql`
    with asked as (select coalesce(${head(actor)}, t.id) as id from archive_texts t where t.id = ${id} and ${seenBy(actor, sql`t`)})
    select ${columns(actor)}, t.body from asked join archive_texts t on t.id = asked.id or t.post_id = asked.id
    where ${seenBy(actor, sql`t`)} order by (t.id <> asked.id), t.said_at, t.id limit ${MOST_COMMENTS}`);
  if (rows.length === 0) throw new DomainError("thing.absent");
  return rows.map(textFrom);
}

/** What one has there: texts that one brought or wrote, and how many of them the committee has yet to look at or left out. */
export async function countMine(actor: MemberActor): Promise<{ texts: number; waiting: number; leftOut: number }> {
  const [row] = await db.execute<Row>(sql`
    select count(*)::int as texts, count(*) filter (where t.reviewed_at is null and t.left_out_at is null)::int as waiting, count(*) filter (where t.left_out_at is not null)::int as left_out
    from archive_texts t where t.author_id = ${actor.memberId} or exists (select 1 from archive_sources s where s.text_id = t.id and s.member_id = ${actor.memberId})`);
  return { texts: Number(row?.texts ?? 0), waiting: Number(row?.waiting ?? 0), leftOut: Number(row?.left_out ?? 0) };
}

/** As the member's own texts will be signed. */
export async function findMyself(actor: MemberActor): Promise<Author> {
  const [row] = await db.execute<Row>(sql`select ${AUTHOR} from (select ${actor.memberId}::bigint as author_id) t`);
  return row?.author as Author;
}
