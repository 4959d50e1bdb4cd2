import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

export type Naming = Proof<"duty.name", null, MemberActor>;
export type Turn = Proof<"duty.take", null, MemberActor>;

/** The committee asks people, and swaps for others. To everybody else these pages are not there. */
export function mayName(actor: MemberActor): Naming {
  require(hasRole(actor, "committee"), "thing.absent");
  require(actor.standing === "active", "member.paused");
  return grant("duty.name", actor, null);
}

/** Everyone who is here answers for their own turns, and may take one that is offered. */
export function mayTakeTurns(actor: MemberActor): Turn {
  require(actor.standing === "active", "member.paused");
  return grant("duty.take", actor, null);
}
