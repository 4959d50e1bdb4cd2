import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

export type Receiving = Proof<"guest.receive", { meetingId: number; sittingId: number }, MemberActor>;

/** The committee and those responsible for a sitting enter who comes to it without being a member. To others it is not there. */
export function mayReceive(actor: MemberActor, where: { meetingId: number; sittingId: number; serves: boolean }): Receiving {
  require(where.serves || hasRole(actor, "committee"), "thing.absent");
  require(actor.standing === "active", "member.paused");
  return grant("guest.receive", actor, where);
}
