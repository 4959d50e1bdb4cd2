import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { ScanField } from "~/features/file/components/scan-field";
import { FormKey } from "~/features/shell/components/form-key";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { Disclosure } from "~/ui/disclosure";
import { Select, TextArea, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Prose } from "~/ui/prose";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import { ANSWER_NAMES } from "../review/model";
import { REVIEW, reviewPath } from "../model";
import type { answerPage, organisationPage } from "../review/pages.server";

type PageData = Awaited<ReturnType<typeof organisationPage>>;

const SAID = {
  reponse: "La réponse de votre organisation est notée.",
  approbation: "Les articles qui restaient sont approuvés.",
  delegation: "Cette personne peut maintenant répondre pour votre organisation, et en est avertie.",
};

/** What an organisation has before it: its articles, the quick way, and whom to ask. */
export function OrganisationReview({ page }: { page: PageData }) {
  const { id, name, deadline, waiting, delegate, manager, recorded, colleagues, articles } = page;
  const problem = useProblem();
  return (
    <>
      <PageHeader title={`La charte, pour ${name}`} back={{ to: REVIEW, label: "L’examen des gestionnaires" }} facts={`Répondre au plus tard le ${deadline}`} lead={waiting === 0 ? "Tout est répondu. Un article qui changera reviendra ici." : undefined} />
      <Done sentences={SAID} />
      <Yarn>
        {articles.map((article) => (
          <YarnItem key={article.id} knot={article.answer ? "event" : "loose"}>
            <YarnText
              title={
                <Link to={article.to}>
                  {article.position}. {article.title}
                </Link>
              }
              note={article.answer ? [article.answer, article.note].filter(Boolean).join("\u00a0: ") : "À examiner"}
            />
          </YarnItem>
        ))}
      </Yarn>
      {waiting > 0 ? (
        <Form method="post" action={`${reviewPath(id)}/approbation`} encType={recorded ? "multipart/form-data" : undefined} className="form section" noValidate>
          <FormKey name="approbation" />
          <ProblemSummary problem={problem} />
          {recorded ? <FromDocument problem={problem} /> : null}
          <Button>{waiting === 1 ? "Approuver l’article qui reste" : `Approuver les ${waiting} articles qui restent`}</Button>
        </Form>
      ) : null}
      {manager ? (
        <section className="section" aria-labelledby="delegation">
          <h2 id="delegation">Demander à quelqu’un d’autre</h2>
          <p>{delegate ? `${delegate} peut aussi répondre pour votre organisation.` : "Une personne de votre organisation peut répondre à votre place. Vous gardez votre accès."}</p>
          {colleagues.length > 0 ? (
            <Form method="post" action={`${reviewPath(id)}/delegation`} className="form" noValidate>
              <FormKey name="delegation" />
              <Select name="membre" label="Personne" options={[{ value: "", label: "Choisir" }, ...colleagues.map((one) => ({ value: String(one.id), label: one.name }))]} error={problem?.fields?.membre} />
              <Button look="plain">Lui demander de répondre</Button>
            </Form>
          ) : null}
        </section>
      ) : null}
    </>
  );
}

/** For an organisation without a manager here: what the committee has in hand. */
function FromDocument({ problem }: { problem: ReturnType<typeof useProblem> }) {
  const { values, fields } = problem ?? {};
  return (
    <>
      <TextField name="document" label="D’après quel document" hint={"Cette organisation n’a pas de gestionnaire ici. Dites ce que vous avez en main\u00a0: sa lettre, son courriel, sa date, et où il est gardé."} maxLength={300} defaultValue={values?.document} error={fields?.document} />
      <ScanField label="Le document" labelAside="facultatif" hint="En PDF ou en image, si vous l’avez. Seul le comité le voit." values={values} error={fields?.fichiers} />
    </>
  );
}

/** One article before one organisation. */
export function AnswerReview({ page: { organisation, recorded, article } }: { page: Awaited<ReturnType<typeof answerPage>> }) {
  const problem = useProblem();
  const kept = problem?.values ?? {};
  const moved = problem?.code === "article.moved" ? problem.state : undefined;
  const back = reviewPath(organisation.id);
  const choices = [
    { value: "approved", label: ANSWER_NAMES.approved },
    { value: "reserved", label: ANSWER_NAMES.reserved, hint: "Elle est lue de tous, et ne retient pas le texte." },
    { value: "change", label: ANSWER_NAMES.change, hint: "Elle devient une proposition comme les autres, que tous peuvent lire." },
  ];
  return (
    <>
      <PageHeader title={`${article.position}. ${article.title}`} reading back={{ to: back, label: organisation.name }} />
      <Prose html={article.html} reading />
      <Form method="post" action={`${back}/${article.id}`} encType={recorded ? "multipart/form-data" : undefined} className="form section wide-form" noValidate>
        <FormKey name={`examen-${article.id}-${String(moved?.version ?? article.version)}`} />
        <input type="hidden" name="version" value={String(moved?.version ?? article.version)} />
        {moved ? (
          <Notice tone="honey" title="L’article vient de changer" role="alert">
            <p>Relisez-le, puis répondez. Ce que vous avez écrit est conservé.</p>
            <div className="redline">{String(moved.body)}</div>
          </Notice>
        ) : (
          <ProblemSummary problem={problem} />
        )}
        <RadioGroup name="reponse" label={`La réponse de ${organisation.name}`} choices={choices} defaultValue={kept.reponse} error={problem?.fields?.reponse} />
        <TextArea name="note" label="Votre réserve, ou la raison du changement" rows={3} maxLength={2_000} defaultValue={kept.note ?? article.note} error={problem?.fields?.note} />
        <Disclosure summary="Le texte que vous demandez, si vous demandez un changement" open={kept.reponse === "change"}>
          <TextArea name="texte" label="Texte demandé" rows={12} defaultValue={kept.texte ?? article.body} error={problem?.fields?.texte} />
        </Disclosure>
        {recorded ? <FromDocument problem={problem} /> : null}
        <Acts>
          <Button>Enregistrer la réponse</Button>
          <ButtonLink look="quiet" to={back}>
            Annuler
          </ButtonLink>
        </Acts>
      </Form>
    </>
  );
}
