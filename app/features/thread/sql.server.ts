import { sql, type SQL } from "drizzle-orm";
import type { ParticipantActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";

/** The parts that the reads and writes of threads share. */

export type Reach = { me: unknown; guest: unknown; at: unknown };

/** Who asks, as values of a statement. */
export const reachOf = (actor: ParticipantActor): { me: number; guest: boolean; at: string } => ({
  me: actor.memberId,
  guest: actor.standing === "guest",
  at: now().toISOString(),
});

/** The same, as the places of a prepared statement. */
export const REACH: Reach = { me: sql.placeholder("me"), guest: sql.placeholder("guest"), at: sql.placeholder("at") };

/** True for the threads that the asking person may read: all for members, theirs for guests. */
export const openTo = (threadId: SQL, { me, guest, at }: Reach): SQL =>
  sql`(not ${guest}::boolean or exists (select 1 from thread_guests g where g.thread_id = ${threadId} and g.member_id = ${me}::bigint and g.until > ${at}::timestamptz))`;

/** A message with all that its row shows, as the database's JSON gives it. */
export type MessageFacts = {
  id: number;
  position: number;
  revision: number;
  html: string;
  created_at: string;
  author_id: number;
  name: string;
  title: string;
  guest: boolean;
  organisation_id: number | null;
  organisation: string | null;
};

const ORDERS = { position: { inside: sql`m.position`, outside: sql`w.position` }, revision: { inside: sql`m.revision`, outside: sql`w.revision` } };

/** The first messages under a condition, as one JSON value: one row travels instead of thirty. */
export const messagesAsJson = (condition: SQL, order: keyof typeof ORDERS, most: number) => sql<MessageFacts[]>`(
  select coalesce(json_agg(w order by ${ORDERS[order].outside}), '[]'::json) from (
    select m.id, m.position, m.revision, m.html, m.created_at, m.author_id, a.name, a.title, a.guest_until is not null as guest, o.id as organisation_id, o.name as organisation
    from messages m
    join members a on a.id = m.author_id
    left join lateral (
      select g.id, g.name from memberships s join organisations g on g.id = s.organisation_id
      where s.member_id = a.id order by s.since, s.organisation_id limit 1
    ) o on true
    where ${condition}
    order by ${ORDERS[order].inside} limit ${most}::int
  ) w
)`;
