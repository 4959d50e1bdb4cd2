import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Select } from "~/ui/field";
import type { Choice } from "../queries.server";

/** The two people who keep the names, chosen among the committee. */
export function KeepersForm({ committee }: { committee: readonly Choice[] }) {
  const problem = useProblem();
  const { values, fields } = problem ?? {};
  const options = [{ value: "", label: "Choisir une personne" }, ...committee.map(({ id, name }) => ({ value: String(id), label: name }))];
  const [one, other] = committee.filter(({ keeper }) => keeper).map(({ id }) => String(id));
  return (
    <Form method="post" action="/comite/anonymat" className="form" noValidate>
      <FormKey name="anonymat" />
      <ProblemSummary problem={problem} />
      <Select name="premiere" label="Première personne" options={options} defaultValue={values?.premiere ?? one ?? ""} error={fields?.premiere} required />
      <Select name="deuxieme" label="Deuxième personne" options={options} defaultValue={values?.deuxieme ?? other ?? ""} error={fields?.deuxieme} required />
      <Button>Enregistrer</Button>
    </Form>
  );
}
