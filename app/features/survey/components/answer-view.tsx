import { Form, Link } from "@remix-run/react";
import { useRef } from "react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { ReportLink } from "~/features/shell/components/report-link";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { resultsPath, surveyPath } from "../model";
import type { answerPage } from "../pages.server";
import { Moved } from "./moved-note";
import { QuestionFields } from "./question-fields";
import { StateTag } from "./survey-tags";
import { useSaving } from "./use-saving";

type AnswerData = Awaited<ReturnType<typeof answerPage>>;

const SAID = {
  envoi: "Vos réponses sont envoyées. Vous pouvez les changer jusqu’à la fin.",
  garde: "Vos réponses sont gardées, pour vous seulement. Elles ne sont pas encore envoyées.",
  depot: "Votre réponse est dans la boîte, parmi les autres.",
  deja: "Vous aviez déjà répondu\u00a0: votre première réponse compte, et rien n’a été ajouté.",
};

/** A survey on one page: what is promised, then its questions. */
export function AnswerView({ page }: { page: AnswerData }) {
  const { id, title, intro, state, when, build, preview, mayAnswer, stamp } = page;
  return (
    <>
      <PageHeader
        title={title}
        back={preview && build ? { to: build, label: "Revenir à l’ébauche" } : { to: "/sondages", label: "Sondages" }}
        facts={
          <>
            <StateTag state={state} /> · {when}
          </>
        }
        action={build && !preview ? <ButtonLink look="plain" to={build}>Préparer et suivre</ButtonLink> : null}
      />
      <Done sentences={SAID} />
      {preview ? (
        <Notice tone="honey" title="C’est un aperçu">
          Voici ce que les membres verront. Rien ne peut être envoyé d’ici.
        </Notice>
      ) : (
        <Moved key={stamp} id={id} stamp={stamp} here={surveyPath(id)} />
      )}
      {intro ? <p className="survey-words">{intro}</p> : null}
      <Promised promised={page.promised} />
      {mayAnswer ? <AnswerForm page={page} /> : <Answered page={page} />}
      {preview ? null : (
        <p className="page-note">
          <ReportLink of="sondage" id={id} />
        </p>
      )}
    </>
  );
}

function Promised({ promised: { name, words, why, crossing } }: { promised: AnswerData["promised"] }) {
  return (
    <Notice tone="moss" shape="closed" title={name}>
      <p>
        {words} {crossing}
      </p>
      {why.length > 0 ? (
        <Disclosure summary="Pourquoi personne ne peut le savoir">
          {why.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Disclosure>
      ) : null}
    </Notice>
  );
}

function Answered({ page: { id, state, answered, asked, results, promise } }: { page: AnswerData }) {
  const said = state === "closed" ? "Ce sondage est clos." : answered ? "Vous avez répondu. Merci." : asked ? "Votre participation est en pause\u00a0: vous pourrez répondre en la reprenant." : "Ce sondage s’adresse à d’autres personnes.";
  return (
    <div className="section stack">
      <p>{said}</p>
      {results ? (
        <p>
          <Link to={resultsPath(id)}>Voir les résultats</Link>
        </p>
      ) : (
        <p className="soft">{promise === "named" ? "Les résultats se lisent dès que vous avez répondu." : "Les résultats se liront ici, une fois le sondage clos."}</p>
      )}
    </div>
  );
}

function AnswerForm({ page }: { page: AnswerData }) {
  const { id, promise, questions, values, preview, answered, unsent, results } = page;
  const problem = useProblem();
  const form = useRef<HTMLFormElement>(null);
  const anonymous = promise === "anonymous";
  const saved = useSaving(form, anonymous || preview ? null : `${surveyPath(id)}/brouillon`);
  return (
    <Form method="post" action={anonymous ? `${surveyPath(id)}/anonyme` : `${surveyPath(id)}?index`} className="form survey-form" noValidate ref={form} autoComplete="off">
      <FormKey name="reponse" />
      <ProblemSummary problem={problem} />
      {answered && results ? (
        <p>
          Vous avez répondu. <Link to={resultsPath(id)}>Voir les résultats</Link>
        </p>
      ) : null}
      {unsent ? <p className="soft">Vous aviez commencé à changer vos réponses{"\u00a0"}: ces changements ne sont pas encore envoyés.</p> : null}
      {questions.map((question) => (
        <QuestionFields key={question.id} question={question} values={problem?.values ?? values} error={problem?.fields?.[`q${question.id}`]} />
      ))}
      {preview ? null : (
        <>
          <Acts>
            <Button>{answered ? "Envoyer mes changements" : "Envoyer mes réponses"}</Button>
            {anonymous ? null : (
              <Button look="quiet" formAction={`${surveyPath(id)}/brouillon`}>
                Garder et finir plus tard
              </Button>
            )}
          </Acts>
          <p className="soft" role="status">
            {anonymous ? "Rien n’est gardé avant l’envoi, et rien ne peut être changé après." : saved}
          </p>
        </>
      )}
    </Form>
  );
}
