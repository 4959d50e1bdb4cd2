import { sql, type SQL } from "drizzle-orm";
import { hasRole, type MemberActor } from "~/kit/actor";

/** A comment is not looked for under a post that is older than this. */
const LONGEST_AFTER = sql`interval '90 days'`;

/** The last post, or where the last comment stands, of whom a row « c » answers, before it; `answer` is read of a row « p ». */
const lastOf = (table: SQL, within: SQL, kind: SQL, answer: SQL): SQL => sql`(
  select ${answer} from ${table} p where ${within} and p.kind = ${kind} and p.author_hash = c.about_hash and p.id <> c.id
    and p.said_at <= c.said_at and p.said_at > c.said_at - ${LONGEST_AFTER} order by p.said_at desc, p.id desc limit 1)`;

/**
 * Meta's archive does not say which post a comment is under, only whose it is. So a comment stands under the last post
 * of that person before it; a reply, where the comment stands that it answers. What comes of it does not depend on who
 * brought which archive first. Rows that stand right already are not written.
 * @param table its rows are comments and posts; @param within which of them.
 */
export function linkings(table: SQL, within: (row: SQL) => SQL): SQL[] {
  const put = (about: SQL, post: SQL) => sql`
    update ${table} c set post_id = n.post_id from (select c.id, ${post} as post_id from ${table} c where ${within(sql`c`)} and c.kind = 'comment' and c.about_kind = ${about}) n
    where n.id = c.id and c.post_id is distinct from n.post_id`;
  const comments = put(sql`'post'`, lastOf(table, within(sql`p`), sql`'post'`, sql`p.id`));
  const replies = put(sql`'comment'`, lastOf(table, within(sql`p`), sql`'comment'`, sql`p.post_id`));
  // A reply to a reply to a reply finds its place the third time.
  return [comments, replies, replies, replies];
}

/** The post that a text « c » which is about to be published answers. */
export const POST_OF_NEW: SQL = sql`case when c.kind = 'comment' and c.about_kind = 'post' then ${lastOf(sql`archive_texts`, sql`true`, sql`'post'`, sql`p.id`)} end`;

/** True for a row that this member sees: what is out of sight stays open to its author, to who brought it, and to the committee. */
export const seenBy = (actor: MemberActor, row: SQL): SQL =>
  sql`(${row}.left_out_at is null or ${hasRole(actor, "committee")}::boolean or ${row}.author_id = ${actor.memberId}
    or exists (select 1 from archive_sources s where s.text_id = ${row}.id and s.member_id = ${actor.memberId}))`;

/** What is known of the author of a row of « t ». */
export const AUTHOR = sql`(select json_build_object('name', m.name, 'title', m.title, 'organisation', o.name, 'organisationId', o.id) from members m
  left join lateral (select g.id, g.name from memberships s join organisations g on g.id = s.organisation_id where s.member_id = m.id order by s.since, s.organisation_id limit 1) o on true
  where m.id = t.author_id) as author`;
