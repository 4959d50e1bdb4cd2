import { isRouteErrorResponse, type ClientActionFunctionArgs } from "@remix-run/react";
import { isProblem, sentenceOf, type Problem } from "~/kit/errors";

const AWAY: Problem = { code: "database.away", status: 503, sentence: sentenceOf("database.away") };

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
