import { asParticipant, idOf } from "~/kit/guard.server";
import { answerJson } from "~/kit/json.server";
import { messageActions } from "~/features/message/pages.server";

/** What can be done to a message, for the small window over its thread; without scripts its page says the same. */
export const loader = asParticipant(({ actor, params }) => answerJson(() => messageActions(actor, idOf(params), idOf(params, "message"))), { quiet: true });
