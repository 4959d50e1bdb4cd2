import { asParticipant } from "~/kit/guard.server";
import { suggestions } from "~/features/mention/pages.server";

/** People and organisations whose name begins like what was typed after « @ ». */
export const loader = asParticipant(async ({ actor, request }) => Response.json(await suggestions(actor, request)), { quiet: true });
