import { answerJson } from "~/kit/json.server";
import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { tapFrom } from "~/features/date-poll/answers.server";

export const loader = onlyPosted;

/** One choice, saved as it is made by the page's script. */
export const action = asMember(({ actor, form, params }) => answerJson(() => tapFrom(actor, idOf(params), form)), { repeatable: true });
