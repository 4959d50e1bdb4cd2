import { asMember } from "~/kit/guard.server";
import { latestActivity } from "~/features/thread/list-pages.server";

/** What an open list asks to know whether it has changed. */
export const loader = asMember(async ({ actor }) => Response.json(await latestActivity(actor)), { quiet: true });
