import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { TopicFields } from "~/features/topic/components/topic-fields";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import type { sortingPage, summaryPage } from "../head-pages.server";
import { leadPath, MAX_SUMMARY, sortPath, summaryPath as pathOfSummary } from "../model";

/** Which topics a discussion is about. */
export function SortForm({ page: { id, title, values, known } }: { page: Awaited<ReturnType<typeof sortingPage>> }) {
  const problem = useProblem();
  return (
    <>
      <PageHeader title="Sujets de la discussion" lead={title} back={{ to: leadPath(id), label: "Gérer la discussion" }} />
      <Form method="post" action={sortPath(id)} className="form" noValidate>
        <FormKey name="sujets" />
        <ProblemSummary problem={problem} />
        <TopicFields known={known} values={problem?.values ?? values} errors={problem?.fields ?? {}} />
        <Button>Enregistrer les sujets</Button>
      </Form>
    </>
  );
}

/** What came out of a discussion, in a few lines. */
export function SummaryForm({ page: { id, title, body, stamp } }: { page: Awaited<ReturnType<typeof summaryPage>> }) {
  const problem = useProblem();
  const moved = problem?.code === "state.moved";
  return (
    <>
      <PageHeader title="Résumé de la discussion" lead={title} back={{ to: leadPath(id), label: "Gérer la discussion" }} />
      <Form method="post" action={pathOfSummary(id)} className="form" noValidate>
        <FormKey name="resume" />
        <input type="hidden" name="version" value={stamp} />
        <ProblemSummary problem={problem} />
        {moved ? (
          <Notice tone="honey" title="Ce qui est enregistré maintenant">
            <p className="typed-text">{body || "Aucun résumé."}</p>
            <p>Votre texte est dans le champ. Reprenez-y ce qui vous convient, puis enregistrez.</p>
          </Notice>
        ) : null}
        <TextArea
          name="texte"
          label="Résumé"
          hint="Ce qui a été convenu ou trouvé, et ce qui reste à voir. Il paraît en haut de la discussion, avec votre nom et la date. Vide, il n’y en a plus."
          defaultValue={problem?.values?.texte ?? body}
          error={problem?.fields?.texte}
          maxLength={MAX_SUMMARY}
          rows={8}
        />
        <Button>Enregistrer le résumé</Button>
      </Form>
    </>
  );
}
