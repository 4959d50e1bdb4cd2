import { asParticipant, idOf } from "~/kit/guard.server";
import { news } from "~/features/thread/pages.server";

/** What is new in a thread since a revision: fetched when the bell rings, and asked where no bell can be heard. */
export const loader = asParticipant(({ actor, params, request }) => news(actor, idOf(params), request), { quiet: true });
