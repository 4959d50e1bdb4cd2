import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { writeByScript } from "~/features/minutes/forms.server";

export const loader = onlyPosted;

/** The page’s script keeps a draft of the minutes. */
export const action = asMember(({ actor, params, form }) => writeByScript(actor, idOf(params), form), { quiet: true, repeatable: true });
