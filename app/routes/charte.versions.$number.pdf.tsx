import { asMember, idOf } from "~/kit/guard.server";
import { sendPaper } from "~/features/charter/pdf.server";

export const loader = asMember(({ actor, params }) => sendPaper(actor, idOf(params, "number")));
