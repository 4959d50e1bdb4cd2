import { asParticipant, onlyPosted } from "~/kit/guard.server";
import { previewByScript } from "~/features/thread/pages.server";

export const loader = onlyPosted;

/** The preview, for the composer's script. */
export const action = asParticipant(({ form }) => previewByScript(form), { quiet: true, repeatable: true });
