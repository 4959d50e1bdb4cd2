import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

export type Entrusting = Proof<"follow-up.entrust", number, MemberActor>;
export type Finishing = Proof<"follow-up.finish", number, MemberActor>;

/** responsible: they hold a role in one of the meeting's sittings. */
export const leadsFollowUps = (actor: MemberActor, { responsible }: { responsible: boolean }): boolean => actor.standing === "active" && (responsible || hasRole(actor, "committee"));

/** Those responsible for the meeting and the committee say who does what until when. */
export function mayEntrust(actor: MemberActor, meetingId: number, part: { responsible: boolean }): Entrusting {
  require(actor.standing === "active", "member.paused");
  require(leadsFollowUps(actor, part));
  return grant("follow-up.entrust", actor, meetingId);
}

/** It is done, or not yet: said by whom it is entrusted to, or by those who entrust. */
export function mayFinish(actor: MemberActor, id: number, { mine, ...part }: { mine: boolean; responsible: boolean }): Finishing {
  require(actor.standing === "active", "member.paused");
  require(mine || leadsFollowUps(actor, part));
  return grant("follow-up.finish", actor, id);
}
