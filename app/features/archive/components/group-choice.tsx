import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Checkbox, RadioGroup } from "~/ui/choice";
import { transferPath } from "../model";
import type { TransferData } from "./transfer-view";

/** Which group is the community's, and whose account it is. */
export function GroupChoice({ page: { id, groups, unnamed } }: { page: Extract<TransferData, { state: "group" }> }) {
  const problem = useProblem();
  const { values, fields } = problem ?? {};
  const [only] = groups;
  return (
    <Form method="post" action={`${transferPath(id)}/groupe`} className="form" noValidate>
      <FormKey name="groupe" />
      <ProblemSummary problem={problem} />
      <RadioGroup
        name="groupe"
        label="Lequel est celui de la communauté?"
        hint="Ce qui vient des autres groupes est effacé dès que vous avez choisi."
        error={fields?.groupe}
        defaultValue={values?.groupe ?? (groups.length === 1 && only ? String(only.sample) : undefined)}
        choices={groups.map(({ sample, name, note }) => ({ value: String(sample), label: name, hint: note }))}
      />
      {unnamed ? <Checkbox name="sansnom" value="oui" defaultChecked={values?.sansnom === "oui"} label="Ajouter les textes dont l’archive ne nomme pas le groupe" hint={`${unnamed}. Vous pourrez décocher ceux qui viennent d’ailleurs.`} /> : null}
      <RadioGroup
        name="compte"
        label="De qui est cette archive?"
        error={fields?.compte}
        defaultValue={values?.compte ?? "mien"}
        choices={[
          { value: "mien", label: "De mon compte Facebook", hint: "Vos textes paraîtront sous votre nom d’ici." },
          { value: "autre", label: "Du compte d’une autre personne, qui me l’a confiée", hint: "Ses textes paraîtront sous «\u00a0une personne membre\u00a0», jusqu’à ce qu’elle dise que c’est elle." },
        ]}
      />
      <Button>Voir les textes</Button>
    </Form>
  );
}
