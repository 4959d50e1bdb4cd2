import { Form } from "@remix-run/react";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { Disclosure } from "~/ui/disclosure";
import { Select } from "~/ui/field";
import type { FollowChoice } from "../model";
import type { Follows } from "../queries.server";

const EVERYTHING: readonly { value: FollowChoice; label: string; hint?: string }[] = [
  { value: "usual", label: "Les discussions où vous écrivez", hint: "Et celles que vous choisissez de suivre." },
  { value: "following", label: "Toutes les discussions", hint: "Sauf celles que vous choisissez de ne plus suivre." },
  { value: "muted", label: "Seulement celles que vous choisissez de suivre", hint: "Écrire dans une discussion ne suffit plus." },
];

const CHOICES: Record<FollowChoice, string> = { usual: "Comme le reste", following: "Suivre", muted: "Ne pas suivre" };

/** What one is told of without having chosen it thread by thread. */
export function FollowChoices({ follows: { everything, topics } }: { follows: Follows }) {
  const options = (id: number) => (Object.keys(CHOICES) as FollowChoice[]).map((choice) => ({ value: `${id}.${choice}`, label: CHOICES[choice] }));
  return (
    <Form method="post" action="/reglages/suivis" className="form">
      <FormKey name="suivis" />
      <RadioGroup name="tout" label="Ce qui s’écrit vous est signalé dans" choices={EVERYTHING} defaultValue={everything} />
      {topics.length > 0 ? (
        <Disclosure summary="Choisir par sujet" open={topics.some(({ choice }) => choice !== "usual")}>
          {topics.map(({ id, name, choice }) => (
            <Select key={id} name="sujets" id={`sujet-${id}`} label={name} options={options(id)} defaultValue={`${id}.${choice}`} />
          ))}
        </Disclosure>
      ) : null}
      <p className="hint">Une mention de votre nom vous est toujours signalée.</p>
      <Button look="plain">Enregistrer les suivis</Button>
    </Form>
  );
}
