import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

export type UsingKit = Proof<"kit.use", { sittingId: number; meetingId: number }, MemberActor>;
export type Proposing = Proof<"kit.propose", null, MemberActor>;

/** Those responsible for a sitting, and the committee, work with its kit; to others it is not there. */
export function mayUseKit(actor: MemberActor, where: { sittingId: number; meetingId: number; serves: boolean }): UsingKit {
  require(where.serves || hasRole(actor, "committee"), "thing.absent");
  require(actor.standing === "active", "member.paused");
  return grant("kit.use", actor, where);
}

/** Every member says what they would change in the community's list. */
export function mayPropose(actor: MemberActor): Proposing {
  require(actor.standing === "active", "member.paused");
  return grant("kit.propose", actor, null);
}
