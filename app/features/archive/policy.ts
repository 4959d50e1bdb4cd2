import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

export type Bringing = Proof<"archive.bring", null, MemberActor>;
export type TakingBack = Proof<"archive.take-back", null, MemberActor>;
export type Claiming = Proof<"archive.claim", null, MemberActor>;
export type Reviewing = Proof<"archive.review", null, MemberActor>;

/** Any member may bring their archive; what is whose, the statement's `where` says. */
export function mayBring(actor: MemberActor): Bringing {
  require(actor.standing === "active", "member.paused");
  return grant("archive.bring", actor, null);
}

/** What one brought, one may always take back. */
export const mayTakeBack = (actor: MemberActor): TakingBack => grant("archive.take-back", actor, null);

export function mayClaim(actor: MemberActor): Claiming {
  require(actor.standing === "active", "member.paused");
  return grant("archive.claim", actor, null);
}

/** To everybody but the committee its queue is not there. */
export function mayReview(actor: MemberActor): Reviewing {
  require(hasRole(actor, "committee"), "thing.absent");
  require(actor.standing === "active", "member.paused");
  return grant("archive.review", actor, null);
}
