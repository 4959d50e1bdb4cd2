import { DomainError, problemOf } from "./errors";

/**
 * Answers a script of ours with JSON, refusals included: an address without a page
 * cannot show a problem in place. Faults go on to the guard.
 */
export async function answerJson(work: () => Promise<object>): Promise<Response> {
  try {
    return Response.json(await work());
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const problem = problemOf(error);
    return Response.json({ problem }, { status: problem.status });
  }
}
