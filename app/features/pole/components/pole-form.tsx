import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { TIME_ZONES, zoneNames } from "~/features/community/model";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Select, TextField } from "~/ui/field";

type Props = { action: string; keyName: string; verb: string; known: { name?: string; zone: string } };

/** A name and the clocks that people go by there. */
export function PoleForm({ action, keyName, verb, known }: Props) {
  const problem = useProblem();
  const { values, fields } = problem ?? {};
  return (
    <Form method="post" action={action} className="form" noValidate>
      <FormKey name={keyName} />
      <ProblemSummary problem={problem} />
      <TextField name="nom" label="Nom du pôle" hint="Une ville, un secteur." defaultValue={values?.nom ?? known.name} error={fields?.nom} required maxLength={80} autoComplete="off" />
      <Select
        name="fuseau"
        label="Fuseau horaire"
        defaultValue={values?.fuseau ?? known.zone}
        error={fields?.fuseau}
        options={TIME_ZONES.map((zone) => ({ value: zone, label: zoneNames[zone] }))}
      />
      <Button>{verb}</Button>
    </Form>
  );
}
