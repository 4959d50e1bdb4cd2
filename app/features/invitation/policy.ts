import { hasRole, type Actor, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

/** The committee invites, sends again and withdraws. */
export function mayInvite(actor: MemberActor): Proof<"invite"> {
  require(hasRole(actor, "committee"), "thing.absent");
  return grant("invite", actor, null);
}

/** Only who was invited, and is not in yet, joins. */
export function mayJoin(actor: Actor): Proof<"join"> {
  require(actor.standing === "invited");
  return grant("join", actor, null);
}
