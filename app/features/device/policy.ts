import type { Actor } from "~/kit/actor";
import { grant, type Proof } from "~/kit/proof";

/** One's own sessions are one's own to end; the query names the person, so no one else's can be reached. */
export const mayEndOwnSessions = (actor: Actor): Proof<"end-own-sessions"> => grant("end-own-sessions", actor, null);
