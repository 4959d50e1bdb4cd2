import { asMember, idOf } from "~/kit/guard.server";
import { sittingFile } from "~/features/calendar/feed.server";

/** « Ajouter à mon calendrier ». */
export const loader = asMember(({ actor, params }) => sittingFile(actor, idOf(params), idOf(params, "sitting")));
