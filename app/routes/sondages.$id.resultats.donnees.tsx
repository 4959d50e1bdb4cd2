import { asMember, idOf } from "~/kit/guard.server";
import { resultsJson } from "~/features/survey/result/files.server";

/** The results with their questions, for another program. */
export const loader = asMember(({ actor, params }) => resultsJson(actor, idOf(params)));
