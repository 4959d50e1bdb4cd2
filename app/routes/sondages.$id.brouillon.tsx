import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { saveFrom } from "~/features/survey/answer/forms.server";

export const loader = onlyPosted;

/** A sheet saved as one goes, by the page's script or by its button; it does not count as the person being here. */
export const action = asMember(({ actor, form, params }) => saveFrom(actor, idOf(params), form), { quiet: true, repeatable: true });
