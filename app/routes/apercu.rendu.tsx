import { asParticipant, onlyPosted } from "~/kit/guard.server";
import { previewByScript } from "~/features/thread/pages.server";

export const loader = onlyPosted;

/** The preview, for the composer's script. */
export const action = asParticipant(({ actor, form }) => previewByScript(actor, form), { quiet: true, repeatable: true });
