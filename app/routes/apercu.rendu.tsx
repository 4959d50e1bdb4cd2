import { answerJson } from "~/kit/json.server";
import { asParticipant, onlyPosted } from "~/kit/guard.server";
import { preview } from "~/features/thread/pages.server";

export const loader = onlyPosted;

/** The preview, for the composer's script. */
export const action = asParticipant(({ form }) => answerJson(async () => ({ html: preview(form).html })), { quiet: true, repeatable: true });
