import { asMember, idOf } from "~/kit/guard.server";
import { kitNews } from "~/features/duty/kit/pages.server";

/** What an open kit asks to know whether it is behind. */
export const loader = asMember(async ({ actor, params }) => Response.json(await kitNews(actor, idOf(params), idOf(params, "sitting"))), { quiet: true });
