import { sql, type SQL } from "drizzle-orm";
import { hasRole, type ParticipantActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import type { SharedFile } from "~/features/file/model";
import type { ReactionCounts } from "./model";
import { POLL, type PollFacts } from "./poll-sql.server";

/** The parts that the reads and writes of threads share. */

export type Reach = { me: unknown; guest: unknown; committee: unknown; at: unknown };

/** Who asks, as values of a statement. */
export const reachOf = (actor: ParticipantActor): { me: number; guest: boolean; committee: boolean; at: string } => ({
  me: actor.memberId,
  guest: actor.standing === "guest",
  committee: hasRole(actor, "committee"),
  at: now().toISOString(),
});

/** The same, as the places of a prepared statement. */
export const REACH: Reach = { me: sql.placeholder("me"), guest: sql.placeholder("guest"), committee: sql.placeholder("committee"), at: sql.placeholder("at") };

/**
 * True for the rows of « threads » that the asking person may read: all for members,
 * theirs for guests, and what was removed for its author and the committee alone.
 */
export const openTo = ({ me, guest, committee, at }: Reach): SQL =>
  sql`(threads.removed_at is null or ${committee}::boolean or threads.author_id = ${me}::bigint)
    and (not ${guest}::boolean or exists (select 1 from thread_guests g where g.thread_id = threads.id and g.member_id = ${me}::bigint and g.until > ${at}::timestamptz))`;

/**
 * Whether a person follows a thread, as « following » or « muted »: by their choice for it or by
 * having written in it, else by their choice for its topics, each as what it became, else by that for everything.
 * Asking to be told of nothing overrides what follows by itself, and no choice for one thread.
 */
export const followOf = (thread: SQL, member: SQL) => sql<"following" | "muted">`coalesce(
  (select tf.level from thread_follows tf where tf.thread_id = ${thread} and tf.member_id = ${member}
    and (tf.chosen_at is not null or not exists (select 1 from community_follows cf where cf.member_id = ${member} and cf.level = 'muted'))),
  (select case when bool_or(pf.level = 'following') then 'following' else 'muted' end
    from topic_follows pf join topics chosen on chosen.id = pf.topic_id, thread_topics tt join topics laid on laid.id = tt.topic_id
    where tt.thread_id = ${thread} and pf.member_id = ${member} and coalesce(chosen.merged_into, chosen.id) = coalesce(laid.merged_into, laid.id) having count(*) > 0),
  (select cf.level from community_follows cf where cf.member_id = ${member}),
  'muted')`;

/** True for the rows of « messages » that this person wrote, also without their name. */
export const writtenBy = (memberId: number): SQL =>
  sql`(messages.author_id = ${memberId}::bigint or exists (select 1 from hidden_authors h where h.message_id = messages.id and h.member_id = ${memberId}::bigint))`;

/** Where an author's name would stand when they did not want it there. */
export const UNNAMED = "Une personne membre";

/** True for the rows of « threads » that this person began without their name. */
export const begunUnnamedBy = (me: unknown): SQL =>
  sql`exists (select 1 from messages f join hidden_authors h on h.message_id = f.id where f.thread_id = threads.id and f.position = 1 and h.member_id = ${me}::bigint)`;

/** Someone's name where it is said who did something to a thread: not that of who began it without one. */
const nameBeside = (id: SQL, name: SQL): SQL => sql`case when ${begunUnnamedBy(id)} then ${UNNAMED} else ${name} end`;

/** What stands above the messages, as the database's JSON gives it. */
export type HeadFacts = {
  asked: boolean;
  answer: { id: number; position: number; author: string } | null;
  closed: { at: string; by: string } | null;
  /** Open to its author and the committee alone. */
  removed: boolean;
  pinned: boolean;
  announced: boolean;
  topics: { id: number; name: string }[];
  /** The meeting that it goes with, and whether its minutes are there for everyone. */
  meeting: { id: number; minutes: boolean } | null;
  summary: { html: string; at: string; by: string } | null;
};

/** The topics of the thread of that number, each as what it became. */
export const topicsOf = (threadId: SQL) => sql<{ id: number; name: string }[]>`(
  select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by folded(t.name)), '[]'::json) from topics t
  where t.id in (select coalesce(o.merged_into, o.id) from thread_topics tt join topics o on o.id = tt.topic_id where tt.thread_id = ${threadId})
)`;

/** The same, in a statement over « threads ». An answer that was deleted is none. */
export const HEAD = sql<HeadFacts>`json_build_object(
  'asked', threads.asked_at is not null, 'removed', threads.removed_at is not null, 'pinned', threads.pinned_at is not null, 'announced', threads.announced_at is not null,
  'answer', (select json_build_object('id', m.id, 'position', m.position, 'author', coalesce(a.name, ${UNNAMED}))
    from messages m left join members a on a.id = m.author_id where m.id = threads.answer_message_id and m.deleted_at is null),
  'topics', ${topicsOf(sql`threads.id`)},
  'meeting', (select json_build_object('id', m.id, 'minutes', exists (select 1 from minutes n where n.meeting_id = m.id and n.adopted_at is not null)) from meetings m where m.thread_id = threads.id),
  'summary', (select json_build_object('html', threads.summary_html, 'at', threads.summary_at, 'by', ${nameBeside(sql`s.id`, sql`s.name`)}) from members s where s.id = threads.summary_by),
  'closed', (select json_build_object('at', threads.closed_at, 'by', ${nameBeside(sql`c.id`, sql`c.name`)}) from members c where c.id = threads.closed_by))`;

/** A message with all that its row shows, as the database's JSON gives it. */
export type MessageFacts = {
  id: number;
  position: number;
  revision: number;
  html: string;
  created_at: string;
  /** Nobody's: written without a name. */
  author_id: number | null;
  name: string;
  title: string;
  guest: boolean;
  organisation_id: number | null;
  organisation: string | null;
  edited_at: string | null;
  deleted_at: string | null;
  /** Deleted by someone else than its author. */
  deleted_by_other: boolean;
  /** Its text is out of sight, until the committee has looked at it. */
  concealed_at: string | null;
  /** How many people reacted in each way; null when none did. */
  reactions: ReactionCounts | null;
  /** What was shared with it; null when nothing was. */
  files: SharedFile[] | null;
  /** What it asks to choose from; null when it asks nothing. */
  poll: PollFacts | null;
};

const ORDERS = { position: { inside: sql`m.position`, outside: sql`w.position` }, revision: { inside: sql`m.revision`, outside: sql`w.revision` } };

/** The first messages under a condition, as one JSON value: one row travels instead of thirty. */
export const messagesAsJson = (condition: SQL, order: keyof typeof ORDERS, most: number) => sql<MessageFacts[]>`(
  select coalesce(json_agg(w order by ${ORDERS[order].outside}), '[]'::json) from (
    select m.id, m.position, m.revision, m.html, m.created_at, m.author_id, coalesce(a.name, ${UNNAMED}) as name, coalesce(a.title, '') as title,
      a.guest_until is not null as guest, o.id as organisation_id, o.name as organisation, m.edited_at, m.deleted_at, m.concealed_at, m.deleted_by is distinct from m.author_id and not exists (select 1 from hidden_authors h where h.message_id = m.id and h.member_id = m.deleted_by) as deleted_by_other,
      (select json_object_agg(k.kind, k.n) from (select r.kind, count(*) as n from reactions r where r.message_id = m.id group by r.kind) k) as reactions,
      (select json_agg(json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'size', f.size, 'width', f.width, 'height', f.height, 'description', f.description) order by f.place)
        from files f where f.message_id = m.id) as files,
      ${POLL} as poll
    from messages m
    left join members a on a.id = m.author_id
    left join lateral (
      select g.id, g.name from memberships s join organisations g on g.id = s.organisation_id
      where s.member_id = a.id order by s.since, s.organisation_id limit 1
    ) o on true
    where ${condition}
    order by ${ORDERS[order].inside} limit ${most}::int
  ) w
)`;
