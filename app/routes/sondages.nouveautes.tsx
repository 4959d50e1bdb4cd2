import { asMember } from "~/kit/guard.server";
import { newsOf } from "~/features/survey/pages.server";

/** What an open page asks to know whether it is behind. */
export const loader = asMember(async ({ actor, request }) => Response.json(await newsOf(actor, request)), { quiet: true });
