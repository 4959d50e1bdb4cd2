import { asMember, idOf } from "~/kit/guard.server";
import { doorNews } from "~/features/attendance/pages.server";

/** What an open list asks for when somebody is ticked elsewhere. */
export const loader = asMember(async ({ actor, params }) => Response.json(await doorNews(actor, { meetingId: idOf(params), sittingId: idOf(params, "sitting") })), { quiet: true });
