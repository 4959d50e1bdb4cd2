import { asMember, idOf } from "~/kit/guard.server";
import { pollNews } from "~/features/date-poll/pages.server";

/** What an open page asks to know whether it is behind. */
export const loader = asMember(async ({ actor, params }) => Response.json(await pollNews(actor, idOf(params))), { quiet: true });
