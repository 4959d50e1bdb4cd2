import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { Select } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { Person, tintOf } from "~/ui/person";
import { choiceNames, CHOICES, refusalOptions } from "../model";
import type { letterPage } from "../letter-pages.server";

type PageData = Awaited<ReturnType<typeof letterPage>>;

/** What is asked, the choice that the link made, and one button. */
export function LetterForm({ page, done }: { page: PageData; done: boolean }) {
  const { name, dates, state, by, choice, sitting, refusal } = page;
  const problem = useProblem();
  const [only] = dates;
  return (
    <Form method="post" className="form" reloadDocument>
      <ProblemSummary problem={problem} />
      <Person size="large" name={name} title="Vous répondez sous ce nom" organisation="" tint={tintOf("")} />
      {done && state && !problem ? (
        <Notice tone="moss" role="status" title="C’est noté">
          <p>{state}</p>
        </Notice>
      ) : (
        <p>
          {state ?? "Vous n’avez pas encore répondu."}
          {by ? ` Cette réponse a été donnée par ${by}.` : null}
        </p>
      )}
      {dates.length === 0 ? <p>La période de réponse est terminée. Pour changer quelque chose, écrivez au comité.</p> : null}
      {dates.length === 1 && only ? (
        <>
          <input type="hidden" name="rencontre" value={only.value} />
          <p>
            {only.when}
            <br />
            <span className="soft">{[only.where, only.seats].filter(Boolean).join(" · ")}</span>
          </p>
        </>
      ) : null}
      {dates.length > 0 ? (
        <>
          <RadioGroup name="choix" label="Votre réponse" defaultValue={problem?.values?.choix ?? choice} error={problem?.fields?.choix} choices={CHOICES.map((value) => ({ value, label: choiceNames[value] }))} />
          {dates.length > 1 ? (
            <RadioGroup
              name="rencontre"
              label="Quelle rencontre?"
              hint="Inutile de choisir si vous ne pouvez pas."
              defaultValue={problem?.values?.rencontre ?? sitting}
              error={problem?.fields?.rencontre}
              choices={dates.map(({ value, when, where, seats }) => ({ value, label: where, hint: [when, seats].filter(Boolean).join(" · ") }))}
            />
          ) : null}
          {choice === "non" ? <Select name="raison" label="Pourquoi, si vous ne pouvez pas?" labelAside="facultatif" hint="Le comité voit combien de personnes, jamais lesquelles." defaultValue={problem?.values?.raison ?? refusal} options={refusalOptions} /> : null}
          <Button>{state ? "Enregistrer ma réponse" : "Confirmer ma réponse"}</Button>
        </>
      ) : null}
    </Form>
  );
}
