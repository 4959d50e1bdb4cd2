import type { MemberActor } from "~/kit/actor";
import { grant, type Proof } from "~/kit/proof";

export type KeepingFeed = Proof<"calendar.feed", null, MemberActor>;

/** One's own calendar, also on leave. */
export const mayKeepFeed = (actor: MemberActor): KeepingFeed => grant("calendar.feed", actor, null);
