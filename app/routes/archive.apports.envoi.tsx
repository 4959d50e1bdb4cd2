import { asMember, onlyPosted } from "~/kit/guard.server";
import { MAX_ARCHIVE } from "~/features/archive/model";
import { bringByScript } from "~/features/archive/transfer/forms.server";

export const loader = onlyPosted;

/** The archive sent by the page's script. Sent twice, it waits twice, and is published once: it carries no key. */
export const action = asMember(({ actor, form }) => bringByScript(actor, form), { files: true, largest: MAX_ARCHIVE, repeatable: true });
