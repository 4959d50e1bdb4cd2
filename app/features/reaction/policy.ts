import type { ParticipantActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";
import type { MessageOfThread } from "~/features/thread/model";

/** Whoever may read a message may react to it; the statement's `where` says who may read. */
export const mayReact = (actor: ParticipantActor, message: MessageOfThread): Proof<"message.react", MessageOfThread, ParticipantActor> => {
  require(actor.standing !== "paused", "member.paused");
  return grant("message.react", actor, message);
};
