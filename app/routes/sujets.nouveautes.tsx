import { asMember } from "~/kit/guard.server";
import { topicNews } from "~/features/topic/pages.server";

/** What an open page asks to know whether it is behind. */
export const loader = asMember(async ({ actor, request }) => Response.json(await topicNews(actor, request)), { quiet: true });
