import { hasRole, type Actor, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

/** The committee keeps the list of organisations. */
export function mayKeepOrganisations(actor: MemberActor): Proof<"keep-organisations"> {
  require(hasRole(actor, "committee"), "thing.absent");
  return grant("keep-organisations", actor, null);
}

/** Someone joining may name an organisation that the list lacks. */
export function mayNameOwnOrganisation(actor: Actor): Proof<"name-own-organisation"> {
  require(actor.standing === "invited");
  return grant("name-own-organisation", actor, null);
}
