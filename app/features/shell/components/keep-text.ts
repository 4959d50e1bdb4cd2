import { isRouteErrorResponse, type ClientActionFunctionArgs, type ShouldRevalidateFunction } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { isProblem } from "~/kit/problem";

const AWAY: Problem = {
  code: "database.away",
  status: 503,
  sentence: "Le Fil ne répond pas. Votre texte est conservé dans cette page\u00a0: réessayez dans quelques instants.",
};

/**
 * The client's side of an action that publishes a text. A line that broke or a
 * server that is away must not replace the page where the text stands: it is told
 * in place, like any other problem. Refusals of right keep their own pages.
 */
export async function keepText({ serverAction }: ClientActionFunctionArgs): Promise<unknown> {
  try {
    return await serverAction();
  } catch (thrown) {
    if (thrown instanceof Response) throw thrown;
    if (isRouteErrorResponse(thrown) && thrown.status < 500 && isProblem(thrown.data)) throw thrown;
    return { problem: AWAY };
  }
}

/** Whoever is away for the action is away for the loaders: asking them would put an error page over the text. */
export const keepPage: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) => {
  const problem = (actionResult as { problem?: Problem } | undefined)?.problem;
  return problem !== undefined && problem.status >= 500 ? false : defaultShouldRevalidate;
};
