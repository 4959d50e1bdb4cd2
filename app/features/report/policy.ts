import { hasRole, type MemberActor, type ParticipantActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

export type Reporting = Proof<"report.file", null, ParticipantActor>;
export type Moderating = Proof<"report.moderate", null, MemberActor>;

/** Whoever reads something may report it, guests too, and their own things as well. What they reach, the statement's `where` says. */
export function mayReport(actor: ParticipantActor): Reporting {
  require(actor.standing !== "paused", "member.paused");
  return grant("report.file", actor, null);
}

/** To everybody but the committee its queue is not there. */
export function mayModerate(actor: MemberActor): Moderating {
  require(hasRole(actor, "committee"), "thing.absent");
  require(actor.standing === "active", "member.paused");
  return grant("report.moderate", actor, null);
}
