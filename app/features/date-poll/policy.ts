import type { MemberActor } from "~/kit/actor";
import { grant, require, type Proof } from "~/kit/proof";

/** Of a poll that its query has shown: every active member may say when they can, asked or not. */
export type SayingWhen = Proof<"date-poll.answer", number, MemberActor>;

export function maySayWhen(actor: MemberActor, { id }: { id: number }): SayingWhen {
  require(actor.standing === "active", "member.paused");
  return grant("date-poll.answer", actor, id);
}
