import { Form, Link } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Acts, Button } from "~/ui/button";
import { Prose } from "~/ui/prose";

/** What taking a signature back means, and the button. */
export function WithdrawalForm({ action, back, whose }: { action: string; back: string; whose: "own" | "organisation" }) {
  return (
    <Form method="post" action={action} className="form">
      <FormKey name="retrait" />
      <ProblemSummary problem={useProblem()} />
      <Prose>
        <ul>
          <li>Le retrait s’ajoute au journal. La signature y reste, avec sa date{"\u00a0"}: un journal ne s’efface pas.</li>
          <li>Le reçu continue de dire ce qui a été signé, et dit aussi que c’est retiré.</li>
          {whose === "own" ? <li>Vous gardez votre place et votre accès. Vous pouvez signer de nouveau quand vous voulez, ou quitter la communauté dans vos réglages.</li> : <li>Les personnes de l’organisation gardent leur place, et leurs propres signatures ne changent pas.</li>}
          <li>
            Si c’est un passage qui ne vous convient plus, vous pouvez aussi <Link to="/charte">proposer une autre formulation</Link>, sans rien retirer.
          </li>
        </ul>
      </Prose>
      <Acts>
        <Button look="danger">{whose === "own" ? "Retirer ma signature" : "Retirer la signature de l’organisation"}</Button>
        <Link to={back}>Ne rien changer</Link>
      </Acts>
    </Form>
  );
}
