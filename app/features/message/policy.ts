import { hasRole, type ParticipantActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";
import type { MessageOfThread } from "~/features/thread/model";

/** One's own words only; whose they are is decided in the `where` of the statement. */
export const mayReword = (actor: ParticipantActor, message: MessageOfThread): Proof<"message.reword", MessageOfThread, ParticipantActor> => {
  require(actor.standing !== "paused", "member.paused");
  return grant("message.reword", actor, message);
};

/** One's own, and the committee anyone's, which the trace says. */
export const mayDelete = (actor: ParticipantActor, message: MessageOfThread): Proof<"message.delete", MessageOfThread, ParticipantActor> => {
  require(actor.standing !== "paused", "member.paused");
  return grant("message.delete", actor, message);
};

export const mayMarkUnread = (actor: ParticipantActor, message: MessageOfThread): Proof<"message.mark-unread", MessageOfThread, ParticipantActor> =>
  grant("message.mark-unread", actor, message);

/** Earlier wordings are for their author and the committee. */
export const mayReadHistory = (actor: ParticipantActor, isAuthor: boolean): boolean => isAuthor || hasRole(actor, "committee");
