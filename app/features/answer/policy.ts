import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

export type Answering = Proof<"answer.give", number, MemberActor>;

/** Every member answers for themselves. */
export function mayAnswer(actor: MemberActor): Answering {
  require(actor.standing === "active", "member.paused");
  return grant("answer.give", actor, actor.memberId);
}

/** A manager answers for the people of an organisation of their own, the committee for whoever asks it to. @throws DomainError thing.absent */
export function mayAnswerFor(actor: MemberActor, colleague: { id: number; here: boolean; organisationIds: readonly number[] }): Answering {
  require(actor.standing === "active", "member.paused");
  require(colleague.here && (hasRole(actor, "committee") || colleague.organisationIds.some((id) => actor.managedOrganisationIds.includes(id))), "thing.absent");
  return grant("answer.give", actor, colleague.id);
}
