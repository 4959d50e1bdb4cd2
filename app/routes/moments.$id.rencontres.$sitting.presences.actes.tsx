import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { actsFrom } from "~/features/attendance/forms.server";

export const loader = onlyPosted;

/** Ticks of a phone, each with a key of its own: sent twice, they count once. */
export const action = asMember(({ actor, params, form }) => actsFrom(actor, { meetingId: idOf(params), sittingId: idOf(params, "sitting") }, form), { repeatable: true });
