import type { Problem } from "~/kit/errors";
import { PlainPage } from "~/ui/plain-page";

export function SessionEnded({ problem }: { problem: Problem }) {
  return <PlainPage brand="Le Fil" title="Votre session est terminée" lead={problem.sentence} />;
}
