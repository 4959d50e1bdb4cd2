import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.server";
import { communityFollows, topicFollows } from "#db/schema/follow";
import { topics } from "#db/schema/topic";
import { isMember, type ParticipantActor } from "~/kit/actor";
import type { FollowChoice } from "./model";

export type Follows = {
  everything: FollowChoice;
  /** Each topic that members can choose for; a guest has none. */
  topics: { id: number; name: string; choice: FollowChoice }[];
};

export async function findFollows(actor: ParticipantActor): Promise<Follows> {
  const mine = eq(topicFollows.memberId, actor.memberId);
  const [everything, named] = await Promise.all([
    db.select({ level: communityFollows.level }).from(communityFollows).where(eq(communityFollows.memberId, actor.memberId)),
    isMember(actor)
      ? db
          .select({ id: topics.id, name: topics.name, choice: sql<FollowChoice>`coalesce(${topicFollows.level}, 'usual')` })
          .from(topics)
          .leftJoin(topicFollows, and(eq(topicFollows.topicId, topics.id), mine))
          .where(sql`${topics.mergedInto} is null or ${topicFollows.level} is not null`)
          .orderBy(sql`lower(${topics.name})`)
      : [],
  ]);
  return { everything: everything[0]?.level ?? "usual", topics: named };
}
