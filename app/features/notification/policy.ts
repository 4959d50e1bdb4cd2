import type { ParticipantActor } from "~/kit/actor";
import { grant, type Proof } from "~/kit/proof";

/** One's own notifications and mails are one's own, also during a pause. */
export const mayReadNotifications = (actor: ParticipantActor): Proof<"notification.read", null, ParticipantActor> => grant("notification.read", actor, null);

export const mayChooseMails = (actor: ParticipantActor): Proof<"notification.choose-mails", null, ParticipantActor> => grant("notification.choose-mails", actor, null);
