import type { ParticipantActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";
import type { MessageOfThread } from "~/features/thread/model";

/** Whoever may read a message may choose in its poll; the statement's `where` says who may read. */
export const mayVote = (actor: ParticipantActor, message: MessageOfThread): Proof<"poll.vote", MessageOfThread, ParticipantActor> => {
  require(actor.standing !== "paused", "member.paused");
  return grant("poll.vote", actor, message);
};

/** Whoever asked ends it, and so does the committee; who asked is read under the lock. */
export const mayClosePoll = (actor: ParticipantActor, message: MessageOfThread): Proof<"poll.close", MessageOfThread, ParticipantActor> => {
  require(actor.standing !== "paused", "member.paused");
  return grant("poll.close", actor, message);
};
