import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { notesByScript } from "~/features/minutes/note/forms.server";

export const loader = onlyPosted;

/** The page’s script keeps what is being written. */
export const action = asMember(({ actor, params, form }) => notesByScript(actor, { meetingId: idOf(params), sittingId: null }, form), { quiet: true, repeatable: true });
