import { sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { hasRole, type ParticipantActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Reaction } from "~/features/thread/model";
import { messagesAsJson, openTo, reachOf, writtenBy, type MessageFacts } from "~/features/thread/sql.server";

export type FoundMessage = {
  title: string;
  closed: boolean;
  /** It is in a thread that is an announcement. */
  announced: boolean;
  facts: MessageFacts;
  body: string;
  version: number;
  mine: boolean;
  bookmarked: boolean;
  /** Others who have read as far as this. */
  readers: number;
  reactions: { kind: Reaction; name: string; me: boolean }[];
  /** Who chose what in its poll. */
  votes: { choice: number; name: string; me: boolean }[];
  /** Its text where it lies out of sight, for who may read it. */
  concealed: string | null;
  /** Earlier wordings, for who may read them. */
  past: { version: number; body: string; written_at: string; file_names: string[] }[];
};

/**
 * A message with all that its page shows to this person, in one statement.
 * @throws DomainError thing.absent
 */
export async function findMessage(actor: ParticipantActor, threadId: number, messageId: number): Promise<FoundMessage> {
  const reach = reachOf(actor);
  const mine = writtenBy(reach.me);
  const [row] = (await db.execute(sql`
    select threads.title, threads.closed_at is not null as closed, threads.announced_at is not null as announced, messages.body, messages.version, ${mine} as mine,
      ${messagesAsJson(sql`m.id = messages.id`, "position", 1)} as facts,
      exists (select 1 from bookmarks b where b.message_id = messages.id and b.member_id = ${reach.me}) as bookmarked,
      (select count(*)::int from thread_reads r where r.thread_id = threads.id and r.last_position >= messages.position and r.member_id is distinct from messages.author_id) as readers,
      (select coalesce(json_agg(json_build_object('kind', r.kind, 'name', p.name, 'me', p.id = ${reach.me}) order by r.at), '[]'::json)
        from reactions r join members p on p.id = r.member_id where r.message_id = messages.id) as reactions,
      (select coalesce(json_agg(json_build_object('choice', v.choice_id, 'name', p.name, 'me', p.id = ${reach.me}) order by v.at, p.id), '[]'::json)
        from poll_votes v join polls on polls.id = v.poll_id join members p on p.id = v.member_id where polls.message_id = messages.id) as votes,
      case when ${mine} or ${hasRole(actor, "committee")}::boolean then
        (select coalesce(json_agg(v order by v.version), '[]'::json) from (select v.version, v.body, v.written_at, v.file_names from message_revisions v where v.message_id = messages.id) v)
        else '[]'::json end as past,
      case when ${mine} or ${hasRole(actor, "committee")}::boolean then (select c.body from concealments c where c.message_id = messages.id and c.kind = 'message') end as concealed
    from messages join threads on threads.id = messages.thread_id
    where messages.id = ${messageId} and messages.thread_id = ${threadId} and ${openTo(reach)}`)) as unknown as (Omit<FoundMessage, "facts"> & { facts: MessageFacts[] })[];
  const facts = row?.facts[0];
  if (!row || !facts) throw new DomainError("thing.absent");
  return { ...row, facts };
}
