import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

/** Administrators name the committee and one another. */
export function mayGrantRoles(actor: MemberActor): Proof<"grant-roles"> {
  require(hasRole(actor, "administrator"), "thing.absent");
  return grant("grant-roles", actor, null);
}

/** The committee says who answers for an organisation. */
export function mayNameManagers(actor: MemberActor): Proof<"name-managers"> {
  require(hasRole(actor, "committee"), "thing.absent");
  return grant("name-managers", actor, null);
}
