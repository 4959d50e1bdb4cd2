import { asMember, idOf } from "~/kit/guard.server";
import { findDayStamp } from "~/features/attendance/queries.server";

/** What an open page of cards, minutes or follow-ups asks for when something moves. */
export const loader = asMember(async ({ actor, params }) => Response.json({ stamp: await findDayStamp(actor, idOf(params)) }), { quiet: true });
