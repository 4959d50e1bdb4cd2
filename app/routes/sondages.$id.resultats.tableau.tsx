import { asMember, idOf } from "~/kit/guard.server";
import { resultsCsv } from "~/features/survey/result/files.server";

/** The results as a spreadsheet set to Québec French opens them. */
export const loader = asMember(({ actor, params }) => resultsCsv(actor, idOf(params)));
