import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";

type Props = { action: string; keyName: string; verb: string; known?: string };

/** What means the same, on one line. */
export function SynonymForm({ action, keyName, verb, known = "" }: Props) {
  const problem = useProblem();
  const { values, fields } = problem ?? {};
  return (
    <Form method="post" action={action} className="form" noValidate>
      <FormKey name={keyName} />
      <ProblemSummary problem={problem} />
      <TextField name="mots" label="Mots qui veulent dire la même chose" hint="Séparés par des virgules. Exemple&nbsp;: TDL, trouble développemental du langage" defaultValue={values?.mots ?? known} error={fields?.mots} required maxLength={500} autoComplete="off" />
      <Button>{verb}</Button>
    </Form>
  );
}
