import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { FormKey } from "~/features/shell/components/form-key";
import { Button, ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { PageHeader } from "~/ui/page-header";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { buildPage } from "../build-pages.server";
import { buildPath, DESK, resultsPath, surveyPath } from "../model";
import { ContentForm } from "./build-forms";
import { promiseName, StateTag } from "./survey-tags";

type BuildData = Awaited<ReturnType<typeof buildPage>>;

const SAID = {
  ebauche: "L’ébauche est gardée. Voici ses questions.",
  texte: "Le sondage est enregistré.",
  question: "La question est enregistrée.",
  "question-retiree": "La question est retirée.",
  ordre: "L’ordre est changé.",
  ouverture: "Le sondage est ouvert.",
  fin: "Le sondage est clos. Ses résultats se lisent maintenant.",
  copie: "C’est une copie, sans dates ni réponses.",
};

/** Where the committee puts a survey together, and follows it. */
export function BuildView({ page }: { page: BuildData }) {
  const { id, title, promise, state, when, asked, answered, locked } = page;
  const facts = [promiseName(promise), when, asked < 2 ? "moins de deux personnes peuvent répondre" : `${asked} personnes peuvent répondre`];
  return (
    <>
      <PageHeader
        title={title}
        back={{ to: DESK, label: "Les sondages du comité" }}
        facts={
          <>
            <StateTag state={state} /> · {facts.join(" · ")}
          </>
        }
        action={<ButtonLink look="plain" to={state === "draft" ? `${buildPath(id)}/apercu` : surveyPath(id)}>Voir comme un membre</ButtonLink>}
      />
      <Done sentences={SAID} />
      {state === "draft" ? null : (
        <p>
          Réponses{"\u00a0"}: {answered}. {state === "closed" || promise === "named" ? <Link to={resultsPath(id)}>Voir les résultats</Link> : null}
        </p>
      )}
      <Questions page={page} />
      {state === "draft" ? <Opening id={id} /> : null}
      {state === "closed" ? null : (
        <section className="section" aria-labelledby="reglages-sondage">
          <h2 id="reglages-sondage">Réglages</h2>
          {locked ? <p className="soft">Quelqu’un a répondu{"\u00a0"}: le titre, la présentation et le dernier jour peuvent encore changer; ce qui est demandé et promis, non.</p> : null}
          <Disclosure summary="Titre, dates, promesse et personnes" open={state === "draft"}>
            <ContentForm key={page.version} page={page} />
          </Disclosure>
        </section>
      )}
      <Acts page={page} />
    </>
  );
}

function Questions({ page: { id, questions, locked } }: { page: BuildData }) {
  return (
    <section className="section" aria-labelledby="questions">
      <h2 id="questions">Questions</h2>
      {locked ? <p className="soft">Quelqu’un a déjà répondu{"\u00a0"}: les questions ne changent plus. Copiez le sondage pour les reprendre.</p> : null}
      {questions.length === 0 ? <p className="soft">Aucune encore.</p> : null}
      <Yarn>
        {questions.map(({ key, kind, section, label, required, options }, index) => (
          <YarnItem key={key} id={`question-${key}`} knot={section ? "planned" : "event"}>
            <p className="yarn-title">{label}</p>
            <p className="yarn-note">{[kind, options > 0 ? `${options} lignes` : null, required ? "obligatoire" : null].filter(Boolean).join(" · ")}</p>
            {locked ? null : (
              <div className="row small">
                <Link to={`${buildPath(id)}/questions/${key}`}>
                  Modifier<span className="visually-hidden"> {label}</span>
                </Link>
                {index > 0 ? <Move id={id} of={key} label={label} way="monter" /> : null}
                {index < questions.length - 1 ? <Move id={id} of={key} label={label} way="descendre" /> : null}
                <Form method="post" action={`${buildPath(id)}/questions/${key}/retrait`}>
                  <FormKey name={`retrait-${key}`} />
                  <Button look="quiet" small>
                    Retirer<span className="visually-hidden"> {label}</span>
                  </Button>
                </Form>
              </div>
            )}
          </YarnItem>
        ))}
      </Yarn>
      {locked ? null : (
        <p className="survey-add">
          <ButtonLink look="plain" to={`${buildPath(id)}/questions`}>Ajouter une question</ButtonLink>
        </p>
      )}
    </section>
  );
}

const WAYS = { monter: "Monter", descendre: "Descendre" };

function Move({ id, of, label, way }: { id: number; of: number; label: string; way: "monter" | "descendre" }) {
  return (
    <Form method="post" action={`${buildPath(id)}/questions/${of}/ordre`}>
      <FormKey name={`${way}-${of}`} />
      <input type="hidden" name="sens" value={way} />
      <Button look="plain" small>
        {WAYS[way]}
        <span className="visually-hidden"> {label}</span>
      </Button>
    </Form>
  );
}

function Opening({ id }: { id: number }) {
  return (
    <Form method="post" action={`${buildPath(id)}/ouverture`} className="section stack">
      <FormKey name="ouverture" />
      <h2>Ouvrir le sondage</h2>
      <p>Les personnes à qui il s’adresse le verront, et pourront répondre jusqu’au dernier jour. Enregistrez d’abord vos réglages.</p>
      <Button>Ouvrir le sondage</Button>
    </Form>
  );
}

function Acts({ page: { id, state } }: { page: BuildData }) {
  return (
    <section className="section" aria-labelledby="autres-actes">
      <h2 id="autres-actes">Autres actes</h2>
      <div className="acts">
        <Form method="post" action={`${buildPath(id)}/copie`}>
          <FormKey name="copie" />
          <Button look="plain">Copier ce sondage</Button>
        </Form>
        {state === "open" || state === "scheduled" ? (
          <Form method="post" action={`${buildPath(id)}/fin`}>
            <FormKey name="fin" />
            <Button look="danger">Clore maintenant</Button>
          </Form>
        ) : null}
        {state === "draft" ? (
          <Form method="post" action={`${buildPath(id)}/suppression`}>
            <FormKey name="suppression" />
            <Button look="danger">Jeter l’ébauche</Button>
          </Form>
        ) : null}
      </div>
      {state === "open" ? <p className="soft">Un sondage clos ne se rouvre pas{"\u00a0"}: une réponse de plus dirait de qui elle vient.</p> : null}
    </section>
  );
}
