import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

/** The settings of the community belong to the administrators. */
export function mayChangeSettings(actor: MemberActor): Proof<"change-settings"> {
  require(hasRole(actor, "administrator"), "thing.absent");
  return grant("change-settings", actor, null);
}
