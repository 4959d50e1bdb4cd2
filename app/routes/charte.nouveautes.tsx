import { asMember } from "~/kit/guard.server";
import { newsOf } from "~/features/charter/pages.server";

/** What an open page asks to know whether it is behind. */
export const loader = asMember(async ({ actor }) => Response.json(await newsOf(actor)), { quiet: true });
