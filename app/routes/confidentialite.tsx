import { asVisitor } from "~/kit/guard.server";
import { PlainPage } from "~/ui/plain-page";

export const loader = asVisitor("the law asks that the privacy page be public", async () => null);

export default function Privacy() {
  return <PlainPage brand="Le Fil" title="Confidentialité" />;
}
