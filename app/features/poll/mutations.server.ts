import { sql } from "drizzle-orm";
import { hasRole, type ParticipantActor } from "~/kit/actor";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import type { MessageOfThread } from "~/features/thread/model";
import { moveMessage } from "~/features/thread/revision-mutations.server";
import { openTo, reachOf, writtenBy } from "~/features/thread/sql.server";

type Standing = { id: number; single: boolean; ended: boolean; closed: boolean; mine: boolean };

/**
 * The poll as it stands once the thread's row is locked: votes and the end of a poll wait for each other there.
 * @throws DomainError thing.absent
 */
async function standingOf(tx: Tx, actor: ParticipantActor, { threadId, messageId }: MessageOfThread): Promise<Standing> {
  await moveMessage(tx, threadId, messageId);
  const reach = reachOf(actor);
  const [poll] = await tx.execute(sql`
    select polls.id, polls.single, polls.closed_at is not null as ended, threads.closed_at is not null as closed, ${writtenBy(reach.me)} as mine
    from polls join messages on messages.id = polls.message_id join threads on threads.id = messages.thread_id
    where messages.id = ${messageId} and messages.thread_id = ${threadId} and messages.deleted_at is null and ${openTo(reach)}`);
  if (!poll) throw new DomainError("thing.absent");
  return poll as unknown as Standing;
}

/**
 * Says what one chose; what one chose before and does not choose now is taken back.
 * @throws DomainError thing.absent, poll.closed, thread.closed; input.invalid for a choice of another poll, or several where one is asked for.
 */
export async function vote(tx: Tx, { actor, subject }: Proof<"poll.vote", MessageOfThread, ParticipantActor>, chosen: readonly number[]): Promise<void> {
  const poll = await standingOf(tx, actor, subject);
  if (poll.ended) throw new DomainError("poll.closed");
  if (poll.closed) throw new DomainError("thread.closed");
  if (poll.single && chosen.length > 1) throw new DomainError("input.invalid", { fields: { choix: "Un seul choix est possible ici." } });
  const { me, at } = reachOf(actor);
  const list = JSON.stringify(chosen);
  const wanted = sql`(select value::bigint from json_array_elements_text(${list}::json))`;
  await tx.execute(sql`delete from poll_votes where poll_id = ${poll.id} and member_id = ${me} and choice_id not in ${wanted}`);
  await tx.execute(sql`
    insert into poll_votes (poll_id, choice_id, member_id, single, at)
    select poll_id, id, ${me}::bigint, ${poll.single}::boolean, ${at}::timestamptz from poll_choices where poll_id = ${poll.id} and id in ${wanted}
    on conflict on constraint poll_votes_once do nothing`);
  const [counted] = await tx.execute(sql`select count(*)::int as n from poll_votes where poll_id = ${poll.id} and member_id = ${me}`);
  if (counted?.n !== chosen.length) throw new DomainError("input.invalid", { fields: { choix: "Ce choix n’existe pas." } });
}

/**
 * Ends a poll: what was chosen stays. Ending it again changes nothing.
 * @throws DomainError thing.absent, right.missing
 */
export async function closePoll(tx: Tx, { actor, subject }: Proof<"poll.close", MessageOfThread, ParticipantActor>): Promise<void> {
  const poll = await standingOf(tx, actor, subject);
  if (!poll.mine && !hasRole(actor, "committee")) throw new DomainError("right.missing");
  const { me, at } = reachOf(actor);
  await tx.execute(sql`update polls set closed_at = ${at}::timestamptz, closed_by = ${me} where id = ${poll.id} and closed_at is null`);
  // Of one's own poll nothing is noted: it may have been asked without a name.
  if (!poll.ended && !poll.mine) await tx.audit({ actor, act: "poll.closed", subjectId: subject.messageId });
}
