import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

export type Registering = Proof<"incident.register", null, MemberActor>;

/** The register is the committee's; to everybody else it is not there. */
export function mayRegister(actor: MemberActor): Registering {
  require(hasRole(actor, "committee"), "thing.absent");
  require(actor.standing === "active", "member.paused");
  return grant("incident.register", actor, null);
}
