import { asParticipant } from "~/kit/guard.server";
import { unreadOf } from "~/features/shell/frame.server";

/** How many wait, for the place in the frame of an open page. */
export const loader = asParticipant(async ({ actor }) => Response.json(unreadOf(actor)), { quiet: true });
