import { asParticipant, onlyPosted } from "~/kit/guard.server";
import { uploadByScript } from "~/features/file/pages.server";

export const loader = onlyPosted;

/** A file sent by the page's script. Sent twice, it is one: it carries no key. */
export const action = asParticipant(({ actor, form }) => uploadByScript(actor, form), { files: true, repeatable: true });
