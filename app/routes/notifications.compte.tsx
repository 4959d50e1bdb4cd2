import { asParticipant } from "~/kit/guard.server";
import { newsOf } from "~/features/shell/frame.server";

/** What the frame of an open page asks: how many wait, and whether something was taken out of sight. */
export const loader = asParticipant(async ({ actor }) => Response.json(newsOf(actor)), { quiet: true });
