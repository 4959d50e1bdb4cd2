import { hasRole, type MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

/** The committee says who of it keeps the names. */
export function mayNameKeepers(actor: MemberActor): Proof<"name-keepers", null, MemberActor> {
  require(hasRole(actor, "committee"), "thing.absent");
  return grant("name-keepers", actor, null);
}

/** To anybody but the two keepers, there is no such page. */
export function mayAskForAuthor(actor: MemberActor, { keeper, threadId }: { keeper: boolean; threadId: number }): Proof<"ask-for-author", number, MemberActor> {
  require(keeper, "thing.absent");
  require(actor.standing === "active", "member.paused");
  return grant("ask-for-author", actor, threadId);
}
