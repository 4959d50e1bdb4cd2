import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { PageHeader } from "~/ui/page-header";
import { resultsPath } from "../model";
import { textField } from "../result/model";
import type { readingPage } from "../result/pages.server";

/** Written answers, read by someone of the committee before anyone else: may a person be recognised? */
export function ReadingView({ page: { id, title, texts } }: { page: Awaited<ReturnType<typeof readingPage>> }) {
  const problem = useProblem();
  return (
    <>
      <PageHeader title="Relire ce qui est écrit" lead="Rien ne paraît avant d’être relu. Retenez ce qui laisserait reconnaître un enfant, une famille ou une personne." back={{ to: resultsPath(id), label: title }} />
      {texts.length === 0 ? <p>Rien n’a été écrit.</p> : null}
      <Form method="post" className="form">
        <FormKey name="lecture" />
        <ProblemSummary problem={problem} />
        {texts.map(({ questionId, label, text, hash, verdict }) => (
          <RadioGroup
            key={`${questionId} ${hash}`}
            name={textField(questionId, hash)}
            label={`«\u00a0${text}\u00a0»`}
            hint={label}
            defaultValue={problem?.values?.[textField(questionId, hash)] ?? verdict ?? ""}
            choices={[
              { value: "shown", label: "Publier" },
              { value: "withheld", label: "Retenir" },
            ]}
          />
        ))}
        {texts.length > 0 ? <Button>Enregistrer ma lecture</Button> : null}
      </Form>
    </>
  );
}
