import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { RadioGroup } from "~/ui/choice";
import { REMOVAL_REASONS } from "../model";
import { AskedActs } from "./own-place";
import { reasonNames } from "./person-facts";

/** Asks why, says what happens, then removes. */
export function RemovalForm({ person }: { person: { id: number; name: string } }) {
  const problem = useProblem();
  return (
    <Form method="post" className="form" noValidate>
      <ProblemSummary problem={problem} />
      <div className="prose">
        <p>Dès maintenant, {person.name}{"\u00a0"}:</p>
        <ul>
          <li>ne peut plus rien lire ni écrire ici, sur aucun appareil;</li>
          <li>perd ses rôles, qui ne reviennent pas d’eux-mêmes;</li>
          <li>garde son nom sur ce qui a été écrit.</li>
        </ul>
        <p>Vous pourrez revenir sur ce retrait. Aucun courriel n’est envoyé{"\u00a0"}: dites-le-lui vous-même.</p>
      </div>
      <RadioGroup
        name="reason"
        label="Raison"
        hint="Elle reste entre le comité et l’administration."
        defaultValue={problem?.values?.reason}
        error={problem?.fields?.reason}
        choices={REMOVAL_REASONS.map((reason) => ({ value: reason, label: reasonNames[reason] }))}
      />
      <AskedActs keyName="retrait" verb="Retirer cette personne" danger back={{ to: `/comite/membres/${person.id}`, label: "Ne rien changer" }} />
    </Form>
  );
}
