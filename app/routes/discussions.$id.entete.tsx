import { asParticipant, idOf } from "~/kit/guard.server";
import { headNews } from "~/features/thread/head-pages.server";

/** What stands above the messages, for an open page that heard that it changed. */
export const loader = asParticipant(({ actor, params }) => headNews(actor, idOf(params)), { quiet: true });
