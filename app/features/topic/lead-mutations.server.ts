import { inArray, sql } from "drizzle-orm";
import { topics } from "#db/schema/topic";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import type { Tx } from "~/kit/transaction.server";
import { returnVotes } from "./meeting-mutations.server";
import { waits } from "./model";
import { lockTopic, moveTopic, noteStep, reopen } from "./mutations.server";
import type { LeadingTopic } from "./policy";

/** What the committee makes of a topic. Each says so in the topic's steps; said again, it changes nothing. */

const movedMeanwhile = () => new DomainError("topic.moved");
const unraised = { raisedAt: null, raisedBy: null, raisedReason: null };

/** Sets a topic that was proposed on the list of what will be talked about. */
export async function keepTopic(tx: Tx, { actor, subject: id }: LeadingTopic): Promise<void> {
  const topic = await lockTopic(tx, id);
  if (topic.state === "kept") return;
  if (!waits(topic.state)) throw movedMeanwhile();
  await moveTopic(tx, id, { state: "kept", stateAt: now(), askedAt: topic.askedAt ?? now() });
  await noteStep(tx, { topicId: id, kind: "kept", byId: actor.memberId });
}

/** What was discussed is not done with: it waits anew, and takes votes. Everyone reads what is missing. */
export async function deepenTopic(tx: Tx, { actor, subject: id }: LeadingTopic, missing = ""): Promise<void> {
  const topic = await lockTopic(tx, id);
  if (topic.state === "deepen") return;
  if (topic.state !== "discussed") throw movedMeanwhile();
  await moveTopic(tx, id, { state: "deepen", stateAt: now(), askedAt: now() });
  await noteStep(tx, { topicId: id, kind: "deepen", byId: actor.memberId, reason: missing });
}

/** Opens what was set aside, or discussed, before the year is over. */
export async function reopenTopic(tx: Tx, { actor, subject: id }: LeadingTopic): Promise<void> {
  const topic = await lockTopic(tx, id);
  if (topic.state === "proposed") return;
  if (topic.state !== "dismissed" && topic.state !== "discussed") throw movedMeanwhile();
  await reopen(tx, topic, actor.memberId);
  await moveTopic(tx, id);
}

/** Sets it aside, with the reason that everyone reads. Its votes come back. */
export async function dismissTopic(tx: Tx, { actor, subject: id }: LeadingTopic, reason: string): Promise<void> {
  const topic = await lockTopic(tx, id);
  if (topic.state === "dismissed") return;
  if (!waits(topic.state)) throw movedMeanwhile();
  await returnVotes(tx, id);
  await moveTopic(tx, id, { state: "dismissed", stateAt: now(), dismissedReason: reason, ...unraised });
  await noteStep(tx, { topicId: id, kind: "dismissed", byId: actor.memberId, reason });
}

/** Puts a topic before the others whatever its score, with the reason that everyone reads; without one, it goes back to its place. */
export async function raiseTopic(tx: Tx, { actor, subject: id }: LeadingTopic, reason: string | null): Promise<void> {
  const topic = await lockTopic(tx, id);
  if (reason === null && !topic.raisedAt) return;
  if (reason !== null && !waits(topic.state)) throw movedMeanwhile();
  await moveTopic(tx, id, reason === null ? unraised : { raisedAt: now(), raisedBy: actor.memberId, raisedReason: reason, askedAt: topic.askedAt ?? now() });
  await noteStep(tx, { topicId: id, kind: reason === null ? "lowered" : "raised", byId: actor.memberId, reason: reason ?? "" });
}

/**
 * Makes one topic of two. Whoever asked for both is one person in the end, and gets the second vote back;
 * discussions and meetings of the first are found under the other.
 * @throws DomainError input.invalid for a topic and itself, topic.moved when one of them is no longer free
 */
export async function mergeTopic(tx: Tx, { actor, subject: id }: LeadingTopic, into: number): Promise<void> {
  if (id === into) throw new DomainError("input.invalid", { fields: { dans: "Un sujet ne se fusionne pas avec lui-même. Choisissez-en un autre." } });
  const locked = await tx.select().from(topics).where(inArray(topics.id, [id, into])).orderBy(topics.id).for("update");
  const [from, target] = [locked.find((topic) => topic.id === id), locked.find((topic) => topic.id === into)];
  if (!from || !target) throw new DomainError("thing.absent");
  if (from.mergedInto === into) return;
  if (from.state === "planned" || from.state === "merged" || target.state === "merged") throw movedMeanwhile();
  // A vote that came back long ago makes room for one that is held now.
  await tx.execute(sql`
    delete from topic_supports b using topic_supports a where b.topic_id = ${into} and b.slot is null and a.topic_id = ${id} and a.member_id = b.member_id and a.slot is not null`);
  await tx.execute(sql`
    update topic_supports a set topic_id = ${into} where a.topic_id = ${id} and not exists (select 1 from topic_supports b where b.topic_id = ${into} and b.member_id = a.member_id)`);
  await returnVotes(tx, id);
  if (!waits(target.state)) await returnVotes(tx, into);
  const both = [from.askedAt, target.askedAt].flatMap((at) => (at && waits(from.state) ? [at.getTime()] : []));
  const askedAt = waits(target.state) && both.length > 0 ? new Date(Math.min(...both)) : target.askedAt;
  await tx.execute(sql`update topics set merged_into = ${into} where merged_into = ${id}`);
  await moveTopic(tx, id, { state: "merged", stateAt: now(), mergedInto: into, dismissedReason: null, ...unraised });
  await moveTopic(tx, into, { askedAt, wish: target.wish || from.wish });
  await noteStep(tx, { topicId: id, kind: "merged", byId: actor.memberId, otherTopicId: into });
}
