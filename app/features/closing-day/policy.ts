import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

/** The committee keeps the list of closing days. */
export function mayKeepClosings(actor: MemberActor): Proof<"keep-closings", null, MemberActor> {
  require(hasRole(actor, "committee"), "thing.absent");
  return grant("keep-closings", actor, null);
}
