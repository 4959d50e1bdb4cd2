import type { ParticipantActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

/** Whoever may write may share a file; where it can be seen is decided by the message that takes it. */
export const mayShareFile = (actor: ParticipantActor): Proof<"file.share", null, ParticipantActor> => {
  require(actor.standing !== "paused", "member.paused");
  return grant("file.share", actor, null);
};

/** One's own, as long as no message has taken it; the statement holds to that. */
export const mayWithdrawFile = (actor: ParticipantActor, fileId: number): Proof<"file.withdraw", number, ParticipantActor> =>
  grant("file.withdraw", actor, fileId);
