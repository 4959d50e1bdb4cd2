import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { visitorByScript } from "~/features/attendance/forms.server";

export const loader = onlyPosted;

/** Someone without an account, noted by a phone: sent twice, they are one person. */
export const action = asMember(({ actor, params, form }) => visitorByScript(actor, { meetingId: idOf(params), sittingId: idOf(params, "sitting") }, form), { repeatable: true });
