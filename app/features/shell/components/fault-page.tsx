import { isRouteErrorResponse, Link } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { isProblem } from "~/kit/problem";
import { ALONE } from "~/kit/sentences-alone";
import { PlainPage } from "~/ui/plain-page";
import { SessionEnded } from "~/features/sign-in/components/session-ended";

const TITLES: Record<number, string> = {
  400: "Demande incomprise",
  401: "Votre session est terminée",
  403: "Cette action n’est pas ouverte",
  404: "Page introuvable",
  405: "Rien à voir ici",
  409: "La situation a changé",
  413: "C’est trop lourd",
  422: "Il manque quelque chose",
  429: "Un instant",
  500: "Un problème est survenu",
  503: "Le Fil revient dans un instant",
};

const problemIn = (error: unknown): Problem => {
  if (isRouteErrorResponse(error)) {
    if (isProblem(error.data)) return error.data;
    if (error.status === 404) return { code: "thing.absent", status: 404, sentence: ALONE["thing.absent"] };
    if (error.status === 405) return { code: "method.unknown", status: 405, sentence: ALONE["method.unknown"] };
  }
  return { code: "server.fault", status: 500, sentence: ALONE["server.fault"] };
};

/** What the window is called when a page could not be made. */
export const faultTitle = (error: unknown): string => `${TITLES[problemIn(error).status] ?? "Un empêchement"} – Le Fil`;

/** Every error, in French, with a way on. */
export function FaultPage({ error }: { error: unknown }) {
  const problem = problemIn(error);
  if (problem.code === "session.absent") return <SessionEnded problem={problem} />;
  return (
    <PlainPage brand="Le Fil" title={TITLES[problem.status] ?? "Un empêchement"} lead={problem.sentence} knot="event">
      <p>
        <Link to={problem.location ?? "/"}>{problem.location ? "Voir où cela en est" : "Revenir à l’accueil"}</Link>
      </p>
      {problem.reference ? <p className="hint">{`Référence\u00a0: ${problem.reference}`}</p> : null}
    </PlainPage>
  );
}
