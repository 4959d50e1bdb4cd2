import { asParticipant, idOf } from "~/kit/guard.server";
import { quotation } from "~/features/thread/pages.server";

/** The Markdown that quotes a message, for the composer's script. */
export const loader = asParticipant(async ({ actor, params }) => Response.json(await quotation(actor, idOf(params), idOf(params, "message"))), { quiet: true });
