import { asParticipant, idOf, onlyPosted } from "~/kit/guard.server";
import { withdrawByScript } from "~/features/file/pages.server";

export const loader = onlyPosted;

export const action = asParticipant(({ actor, params }) => withdrawByScript(actor, idOf(params)), { repeatable: true });
