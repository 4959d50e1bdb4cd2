import { Form, type ShouldRevalidateFunction } from "@remix-run/react";
import { useState } from "react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { FieldError, Select, TextField } from "~/ui/field";
import { MAX_NAME, MAX_TITLE, organisationSentenceFor, sentenceFor } from "../model";

/** When another version came into force meanwhile, the page shows it. */
export const afreshOnConflict: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) => actionStatus === 409 || defaultShouldRevalidate;

type Props = {
  action: string;
  text: { version: number; sha256: string };
  signer: { name: string; title: string };
  /** Those to choose from; one is taken as it is. */
  organisations: readonly { id: number; name: string }[];
  /** Signs for that organisation rather than for oneself. */
  forOrganisation?: boolean;
  verb: string;
};

/**
 * Name, title, the exact sentence, one button. The sentence is posted as it was shown:
 * without scripts, a name typed anew makes another one, which is shown before it is signed.
 */
export function SigningForm({ action, text, signer, organisations, forOrganisation, verb }: Props) {
  const problem = useProblem();
  const { values = {}, fields = {} } = problem ?? {};
  const [name, setName] = useState(values.nom ?? signer.name);
  const [title, setTitle] = useState(values.titre ?? signer.title);
  const [chosen, setChosen] = useState(values.organisation ?? String(organisations[0]?.id ?? ""));
  const organisation = organisations.find(({ id }) => String(id) === chosen)?.name ?? null;
  const clean = { name: name.trim(), title: title.trim(), organisation };
  const sentence = (forOrganisation ? organisationSentenceFor : sentenceFor)(clean, text.version);
  return (
    <Form method="post" action={action} className="form signing" noValidate>
      <FormKey name="signature" />
      <ProblemSummary problem={problem} />
      <input type="hidden" name="empreinte" value={text.sha256} />
      <input type="hidden" name="phrase" value={sentence} />
      <TextField name="nom" label="Votre nom, tel qu’il doit paraître" value={name} onChange={(event) => setName(event.target.value)} error={fields.nom} required maxLength={MAX_NAME} autoComplete="name" />
      <TextField name="titre" label="Votre titre, tel qu’il doit paraître" value={title} onChange={(event) => setTitle(event.target.value)} error={fields.titre} required maxLength={MAX_TITLE} autoComplete="organization-title" />
      {organisations.length > 1 && !forOrganisation ? (
        <Select
          name="organisation"
          label="L’organisation à nommer"
          hint="Vous signez pour vous-même. Elle dit où l’on vous connaît."
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          error={fields.organisation}
          options={organisations.map(({ id, name: label }) => ({ value: String(id), label }))}
        />
      ) : null}
      <div className="field">
        <p className="label" id="field-phrase-label">
          Ce que vous signez
        </p>
        {fields.phrase ? <FieldError id="field-phrase-error">{fields.phrase}</FieldError> : null}
        <blockquote className="signing-sentence" id="field-phrase" tabIndex={fields.phrase ? -1 : undefined} aria-labelledby="field-phrase-label">
          {sentence}
        </blockquote>
      </div>
      <Button>{verb}</Button>
    </Form>
  );
}
