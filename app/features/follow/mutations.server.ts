import { and, eq, inArray, sql } from "drizzle-orm";
import { communityFollows, topicFollows } from "#db/schema/follow";
import { topics } from "#db/schema/topic";
import type { ParticipantActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Proof } from "~/kit/proof";
import type { Tx } from "~/kit/transaction.server";
import { openTo, reachOf } from "~/features/thread/sql.server";
import type { FollowChoice, FollowLevel } from "./model";

/** @throws DomainError thing.absent when the thread is not open to the actor. */
export async function followThread(tx: Tx, { actor, subject: threadId }: Proof<"follow.thread", number, ParticipantActor>, level: FollowLevel): Promise<void> {
  const reach = reachOf(actor);
  const chosen = await tx.execute(sql`
    insert into thread_follows (thread_id, member_id, level, chosen_at)
    select threads.id, ${reach.me}, ${level}, ${reach.at}::timestamptz from threads where threads.id = ${threadId} and ${openTo(reach)}
    on conflict on constraint thread_follows_once do update set level = excluded.level, chosen_at = excluded.chosen_at
    returning 1`);
  if (chosen.length === 0) throw new DomainError("thing.absent");
}

type Choosing = Proof<"follow.choose", null, ParticipantActor>;

/** What holds for every thread that a person has no other choice for. */
export async function followEverything(tx: Tx, { actor: { memberId } }: Choosing, choice: FollowChoice): Promise<void> {
  if (choice === "usual") return void (await tx.delete(communityFollows).where(eq(communityFollows.memberId, memberId)));
  const chosen = { level: choice, chosenAt: now() };
  await tx.insert(communityFollows).values({ memberId, ...chosen }).onConflictDoUpdate({ target: communityFollows.memberId, set: chosen });
}

/** The same for topics, by their numbers; a topic that is no more is passed over. */
export async function followTopics(tx: Tx, { actor: { memberId } }: Choosing, choices: ReadonlyMap<number, FollowChoice>): Promise<void> {
  const ids = [...choices.keys()];
  if (ids.length === 0) return;
  await tx.delete(topicFollows).where(and(eq(topicFollows.memberId, memberId), inArray(topicFollows.topicId, ids)));
  const known = await tx.select({ id: topics.id }).from(topics).where(inArray(topics.id, ids)).for("key share");
  const rows = known.flatMap(({ id }) => {
    const level = choices.get(id);
    return level === undefined || level === "usual" ? [] : [{ memberId, topicId: id, level, chosenAt: now() }];
  });
  if (rows.length > 0) await tx.insert(topicFollows).values(rows);
}
