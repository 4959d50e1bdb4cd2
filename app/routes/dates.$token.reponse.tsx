import { answerJson } from "~/kit/json.server";
import { asVisitor, onlyPosted } from "~/kit/guard.server";
import { tapByLinkFrom } from "~/features/date-poll/answers.server";

export const loader = onlyPosted;

/** One choice of whoever came by a link, saved as it is made by the page's script. */
export const action = asVisitor("whoever was given the link says when they can without signing in; the key in the address is the right", ({ actor, params, form }) =>
  answerJson(() => tapByLinkFrom(params.token ?? "", actor, form)),
);
