import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choice";
import { TextArea, TextField } from "~/ui/field";
import type { buildPage, newSurveyPage, questionPage } from "../build-pages.server";
import { DESK } from "../model";
import { KINDS, MAX_HINT, MAX_LABEL, type QuestionKind } from "../question/model";
import { SurveyFields } from "./survey-fields";

export function NewSurveyForm({ page }: { page: Awaited<ReturnType<typeof newSurveyPage>> }) {
  const problem = useProblem();
  return (
    <Form method="post" className="form" noValidate>
      <FormKey name="sondage" />
      <ProblemSummary problem={problem} />
      <SurveyFields {...page} problem={problem} />
      <p className="soft">Rien ne paraît encore{"\u00a0"}: vous verrez d’abord les questions, et le sondage tel que les membres le verront.</p>
      <Button>Garder comme ébauche</Button>
    </Form>
  );
}

export function ContentForm({ page }: { page: Awaited<ReturnType<typeof buildPage>> }) {
  const problem = useProblem();
  return (
    <Form method="post" action={`${DESK}/${page.id}`} className="form" noValidate>
      <FormKey name="texte" />
      <input type="hidden" name="version" value={String(page.version)} />
      <ProblemSummary problem={problem} />
      <SurveyFields {...page} problem={problem} />
      <Button look="plain">Enregistrer</Button>
    </Form>
  );
}

const SENTENCES: Partial<Record<QuestionKind, string>> = { section: "Titre de la section" };

type QuestionPage = Awaited<ReturnType<typeof questionPage>>;

/** One question; only what its kind needs is asked. */
export function QuestionForm({ page: { id, questionId, values }, kind }: { page: QuestionPage; kind: QuestionKind }) {
  const problem = useProblem();
  const { options, levels } = KINDS[kind];
  const field = (name: string) => ({ name, defaultValue: problem?.values?.[name] ?? values[name], error: problem?.fields?.[name] });
  const known = problem?.values ?? values;
  return (
    <Form method="post" action={`${DESK}/${id}/questions${questionId === null ? `?genre=${kind}` : `/${questionId}`}`} className="form" noValidate>
      <FormKey name="question" />
      <input type="hidden" name="genre" value={kind} />
      <ProblemSummary problem={problem} />
      <TextField {...field("libelle")} label={SENTENCES[kind] ?? "Question"} required maxLength={MAX_LABEL} autoComplete="off" />
      <TextArea {...field("precision")} label="Précision" labelAside="facultatif" maxLength={MAX_HINT} rows={2} />
      {options ? <TextArea {...field("choix")} label={options} hint="Un par ligne, de 2 à 20." rows={6} /> : null}
      {levels ? <TextArea {...field("niveaux")} label={levels} hint="Un par ligne, du plus faible au plus fort, de 2 à 6." rows={4} /> : null}
      {kind === "section" ? null : <Checkbox name="obligatoire" label="Il faut y répondre pour envoyer" value="oui" defaultChecked={known.obligatoire === "oui"} />}
      <Button>{questionId === null ? "Ajouter" : "Enregistrer"}</Button>
    </Form>
  );
}
