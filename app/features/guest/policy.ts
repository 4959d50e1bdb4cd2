import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

/** The committee asks guests into a thread. To others there is no such page. */
export function mayAskGuests(actor: MemberActor, threadId: number): Proof<"guest.ask", number, MemberActor> {
  require(hasRole(actor, "committee"), "thing.absent");
  require(actor.standing === "active", "member.paused");
  return grant("guest.ask", actor, threadId);
}
