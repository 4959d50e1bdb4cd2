import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { Notice } from "~/ui/notice";
import type { fewerPage } from "../fewer.server";

type PageData = Awaited<ReturnType<typeof fewerPage>>;

/** The one form of the page that a mail's last link opens. */
export function FewerForm({ state, choices, proposal, done }: PageData & { done: boolean }) {
  const problem = useProblem();
  return (
    <Form method="post" className="form" reloadDocument>
      <ProblemSummary problem={problem} />
      {done ? (
        <Notice tone="moss" role="status" title="C’est noté">
          <p>{state}</p>
        </Notice>
      ) : (
        <p>{state}</p>
      )}
      <RadioGroup name="choix" label="Que préférez-vous?" choices={choices} defaultValue={proposal} error={problem?.fields?.choix} />
      <Button>Enregistrer</Button>
    </Form>
  );
}
