import { asParticipant, onlyPosted } from "~/kit/guard.server";
import { keepByScript } from "~/features/draft/pages.server";

export const loader = onlyPosted;

/** A draft saved by the page's script; it does not count as the person being here. */
export const action = asParticipant(keepByScript, { quiet: true, repeatable: true });
