import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

/** signed: the name of who proposes it goes with it, and their vote. */
export type Proposing = Proof<"topic.propose", { signed: boolean }, MemberActor>;
export type Voting = Proof<"topic.vote", number, MemberActor>;
export type LeadingTopic = Proof<"topic.lead", number, MemberActor>;

export const mayProposeTopic = (actor: MemberActor): Proposing => {
  require(actor.standing === "active", "member.paused");
  return grant("topic.propose", actor, { signed: true });
};

/** What came out of an anonymous answer is brought in by the committee, and is nobody's. */
export const mayProposeUnsigned = (actor: MemberActor): Proposing => {
  require(hasRole(actor, "committee"));
  require(actor.standing === "active", "member.paused");
  return grant("topic.propose", actor, { signed: false });
};

export const mayVote = (actor: MemberActor, topicId: number): Voting => {
  require(actor.standing === "active", "member.paused");
  return grant("topic.vote", actor, topicId);
};

/** What becomes of a topic is the committee's to say. To everybody else these pages are not there. */
export const mayLeadTopic = (actor: MemberActor, topicId: number): LeadingTopic => {
  require(hasRole(actor, "committee"), "thing.absent");
  require(actor.standing === "active", "member.paused");
  return grant("topic.lead", actor, topicId);
};
