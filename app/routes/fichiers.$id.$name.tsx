import { asParticipant, idOf } from "~/kit/guard.server";
import { sendFile } from "~/features/document/serve.server";

/** The name is for people and their download folders; the number decides. */
export const loader = asParticipant(({ actor, params, request }) => sendFile(actor, idOf(params), request), { quiet: true });
