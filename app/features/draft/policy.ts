import type { ParticipantActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

/** One's own drafts only: the statements take the author from the proof. */
export const mayKeepDraft = (actor: ParticipantActor): Proof<"draft.keep", null, ParticipantActor> => {
  require(actor.standing !== "paused", "member.paused");
  return grant("draft.keep", actor, null);
};

/** Throwing away one's own text is open even to those who are paused. */
export const mayForgetDraft = (actor: ParticipantActor, draftId: number): Proof<"draft.forget", number, ParticipantActor> =>
  grant("draft.forget", actor, draftId);
