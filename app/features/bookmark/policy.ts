import type { ParticipantActor } from "~/kit/actor";
import { grant, type Proof } from "~/kit/proof";
import type { MessageOfThread } from "~/features/thread/model";

/** A bookmark is one's own: reading is enough, also during a pause. */
export const mayBookmark = (actor: ParticipantActor, message: MessageOfThread): Proof<"message.bookmark", MessageOfThread, ParticipantActor> =>
  grant("message.bookmark", actor, message);
