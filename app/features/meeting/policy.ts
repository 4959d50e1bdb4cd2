import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

export type Planning = Proof<"meeting.plan", null, MemberActor>;

/** The committee plans. To everybody else its pages are not there. */
export function mayPlan(actor: MemberActor): Planning {
  require(hasRole(actor, "committee"), "thing.absent");
  require(actor.standing === "active", "member.paused");
  return grant("meeting.plan", actor, null);
}

export type Holding = Proof<"sitting.hold", null, MemberActor>;

/** That it took place is said by those who were responsible for it, or by the committee. */
export function mayHold(actor: MemberActor, responsible: boolean): Holding {
  require(responsible || hasRole(actor, "committee"), "thing.absent");
  require(actor.standing === "active", "member.paused");
  return grant("sitting.hold", actor, null);
}
