import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { FieldError, fieldId, TextField } from "~/ui/field";

type Props = {
  email: string;
  values: { name: string; title: string };
  organisations: readonly { value: string; label: string; own: boolean }[];
};

/** One's own name, title and organisations. */
export function ProfileForm({ email, values: known, organisations }: Props) {
  const problem = useProblem();
  const values: Record<string, string> = { ...known, ...problem?.values };
  const typed = problem?.values ? (problem.values.organisations ?? "").split(" ") : null;
  const field = (name: string) => ({ name, defaultValue: values[name], error: problem?.fields?.[name] });
  const error = problem?.fields?.organisations;
  return (
    <Form method="post" action="/reglages/profil" className="form" noValidate>
      <FormKey name="profil" />
      <ProblemSummary problem={problem} />
      <TextField {...field("name")} label="Nom" required maxLength={120} autoComplete="name" />
      <TextField {...field("title")} label="Titre" required maxLength={120} autoComplete="organization-title" />
      <fieldset className="field" aria-describedby={error ? "organisations-error" : undefined}>
        <legend className="label">Organisations</legend>
        <p className="hint">Une ou plusieurs. S’il en manque une, demandez au comité de l’ajouter.</p>
        {error ? <FieldError id="organisations-error">{error}</FieldError> : null}
        {organisations.map(({ value, label, own }, index) => {
          const id = index === 0 ? fieldId("organisations") : `organisation-${value}`;
          return (
            <div className="choice" key={value}>
              <input type="checkbox" name="organisations" value={value} id={id} defaultChecked={typed ? typed.includes(value) : own} />
              <label htmlFor={id}>{label}</label>
            </div>
          );
        })}
      </fieldset>
      <p className="hint">
        Votre adresse courriel est {email}. Pour la changer, écrivez au comité.
      </p>
      <Button>Enregistrer</Button>
    </Form>
  );
}
