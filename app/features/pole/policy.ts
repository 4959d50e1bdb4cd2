import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

/** The committee keeps the list of poles. */
export function mayKeepPoles(actor: MemberActor): Proof<"keep-poles", null, MemberActor> {
  require(hasRole(actor, "committee"), "thing.absent");
  return grant("keep-poles", actor, null);
}
