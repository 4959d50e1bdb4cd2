import { DomainError } from "~/kit/errors";
import { requestContext } from "~/kit/request-context.server";

/**
 * Which view of the design system was asked for; it is there in the demo only.
 * @throws DomainError thing.absent elsewhere.
 */
export function findShowcaseView(request: Request): "tout" | "erreurs" | "seule" {
  if (!requestContext().settings.demo) throw new DomainError("thing.absent");
  const view = new URL(request.url).searchParams.get("vue");
  return view === "erreurs" || view === "seule" ? view : "tout";
}
