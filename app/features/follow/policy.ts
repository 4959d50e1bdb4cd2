import type { ParticipantActor } from "~/kit/actor";
import { grant, type Proof } from "~/kit/proof";

/** What one is told of is one's own to choose, also during a pause; the thread must be open to them, which the statement decides. */
export const mayFollowThread = (actor: ParticipantActor, threadId: number): Proof<"follow.thread", number, ParticipantActor> => grant("follow.thread", actor, threadId);

export const mayChooseFollows = (actor: ParticipantActor): Proof<"follow.choose", null, ParticipantActor> => grant("follow.choose", actor, null);
