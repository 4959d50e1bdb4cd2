import { Form } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { plural } from "~/kit/format";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { TextField } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { FOLLOW_UP } from "../model";
import type { rulesPage } from "../rules/forms.server";
import { AFTER_GRACE, GRACE_DAYS, RULES } from "../rules/model";

/** How long one may take to sign, and what comes after. */
export function RulesView({ data: { days, after, chosen, held } }: { data: Awaited<ReturnType<typeof rulesPage>> }) {
  const problem = useProblem();
  const { values = {}, fields = {} } = problem ?? {};
  return (
    <>
      <PageHeader
        title="Le délai pour signer"
        lead={"Après une version de fond, chaque personne a quelques semaines pour lire et signer. Ensuite, un rappel ou une limite douce\u00a0: jamais une porte fermée."}
        back={{ to: FOLLOW_UP, label: "Suivi des signatures" }}
        facts={chosen ? `Choisi par ${chosen}` : "Personne n’a encore choisi\u00a0: voici la manière habituelle."}
      />
      <Done sentences={{ regles: "C’est enregistré, et vaut dès maintenant." }} />
      <Form method="post" action={RULES} className="form" noValidate>
        <FormKey name="regles" />
        <ProblemSummary problem={problem} />
        <TextField
          name="jours"
          label="Jours pour signer"
          hint={`À partir de la mise en vigueur, de l’arrivée dans la communauté ou du retrait d’une signature. De ${GRACE_DAYS.least} à ${GRACE_DAYS.most}.`}
          defaultValue={values.jours ?? String(days)}
          error={fields.jours}
          inputMode="numeric"
          autoComplete="off"
          required
          short
        />
        <RadioGroup
          name="apres"
          label="Ensuite, pour qui n’a pas signé"
          hint={"Dans tous les cas, on lit tout, on peut signer, et proposer une autre formulation si un passage ne va pas. Au comité, on ne fait que le rappeler\u00a0: le travail des autres en dépend."}
          defaultValue={values.apres ?? after}
          error={fields.apres}
          choices={Object.entries(AFTER_GRACE).map(([value, { label, hint }]) => ({ value, label, hint }))}
        />
        <Button>Enregistrer</Button>
      </Form>
      <p className="soft section">{held === 0 ? "Personne n’a dépassé son délai." : `${plural(held, "personne a dépassé son délai", "personnes ont dépassé leur délai")}. Personne n’est nommé.`}</p>
    </>
  );
}
