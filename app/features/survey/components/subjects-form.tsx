import { Form } from "@remix-run/react";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice";
import { buildPath } from "../model";
import type { Tally } from "../result/model";
import { subjectsIn } from "../subject/model";

/** The committee chooses what of the answers becomes a subject. */
export function SubjectsForm({ id, tallies }: { id: number; tallies: readonly Tally[] }) {
  const names = subjectsIn(tallies);
  if (names.length === 0) return null;
  return (
    <Form method="post" action={`${buildPath(id)}/sujets`} className="section form" noValidate>
      <FormKey name="sujets" />
      <fieldset className="field survey-boxes">
        <legend className="label">En faire des sujets</legend>
        <p className="hint">Ils rejoignent la liste des sujets, sans le nom de personne.</p>
        {names.map((name, at) => (
          <Checkbox key={name} name="sujet" id={`sujet-${at}`} label={name} value={name} />
        ))}
      </fieldset>
      <Button look="plain">En faire des sujets</Button>
    </Form>
  );
}
