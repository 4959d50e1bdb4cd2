import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

export type Leading = Proof<"charter.lead", null, MemberActor>;
export type Drafting = Proof<"charter.draft", null, MemberActor>;
export type Contributing = Proof<"charter.contribute", null, MemberActor>;

/** The committee leads the charter from step to step. To everybody else its pages are not there. */
export function mayLead(actor: MemberActor): Leading {
  require(hasRole(actor, "committee"), "thing.absent");
  require(actor.standing === "active", "member.paused");
  return grant("charter.lead", actor, null);
}

/** The drafting group writes: the committee, and whom it named. Whether someone was named, the statement's `where` says. */
export function mayDraft(actor: MemberActor): Drafting {
  require(actor.standing === "active", "member.paused");
  return grant("charter.draft", actor, null);
}

/** Every member comments and proposes. */
export function mayContribute(actor: MemberActor): Contributing {
  require(actor.standing === "active", "member.paused");
  return grant("charter.contribute", actor, null);
}

/** What was said on paper at a meeting is entered by the committee, under the name of who said it. */
export const maySpeakFor = (actor: MemberActor): boolean => hasRole(actor, "committee");
