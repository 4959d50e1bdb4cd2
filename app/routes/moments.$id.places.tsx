import { asMember, idOf } from "~/kit/guard.server";
import { seatsNews } from "~/features/answer/pages.server";

/** What an open page of a meeting asks for when seats move. */
export const loader = asMember(async ({ actor, params }) => Response.json(await seatsNews(actor, idOf(params))), { quiet: true });
