import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";

type Props = { action: string; keyName: string; verb: string; known?: string };

/** One name: to add an organisation, or to change how it is called. */
export function OrganisationNameForm({ action, keyName, verb, known }: Props) {
  const problem = useProblem();
  return (
    <Form method="post" action={action} className="form" noValidate>
      <FormKey name={keyName} />
      <ProblemSummary problem={problem} />
      <TextField
        name="name"
        label="Nom de l’organisation"
        defaultValue={problem?.values?.name ?? known}
        error={problem?.fields?.name}
        required
        maxLength={120}
        autoComplete="off"
      />
      <Button>{verb}</Button>
    </Form>
  );
}
