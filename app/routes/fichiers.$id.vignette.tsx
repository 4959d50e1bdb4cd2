import { asParticipant, idOf } from "~/kit/guard.server";
import { sendThumbnail } from "~/features/document/serve.server";

export const loader = asParticipant(({ actor, params, request }) => sendThumbnail(actor, idOf(params), request), { quiet: true });
