import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Problem } from "~/kit/errors";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Select, TextField } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import type { leadingPage } from "../head-pages.server";
import { authorPath, guestsPath, leadPath, MAX_TITLE, readersPath, removalPath, sortPath, summaryPath, threadPath } from "../model";
import { ThreadStates, ThreadTopics } from "./thread-states";

type Leading = Awaited<ReturnType<typeof leadingPage>>;

/** All that can be done to a thread itself, each act a form of its own. */
export function ThreadLeading({ thread, problem }: { thread: Leading; problem: Problem | undefined }) {
  const { id, title, head, committee } = thread;
  return (
    <>
      <PageHeader title="Gérer la discussion" lead={title} back={{ to: threadPath(id), label: "La discussion" }} facts={<ThreadStates head={head} />} />
      <div className="stack">
        <Section title="Question">
          <Question thread={thread} />
        </Section>
        <Section title="Titre">
          <Form method="post" action={leadPath(id)} className="form" noValidate>
            <FormKey name="titre" early="titre" />
            {problem ? <ErrorSummary title="Le titre n’a pas changé" problems={problem.fields?.titre ? [{ name: "titre", message: problem.fields.titre }] : []} general={problem.fields?.titre ? [] : [problem.sentence]} /> : null}
            <TextField name="titre" label="Titre de la discussion" defaultValue={problem?.values?.titre ?? title} error={problem?.fields?.titre} required maxLength={MAX_TITLE} autoComplete="off" />
            <Button look="plain">Changer le titre</Button>
          </Form>
        </Section>
        <Section title="Sujets">
          {head.topics.length > 0 ? <ThreadTopics topics={head.topics} /> : <p>Aucun sujet n’est choisi.</p>}
          <p>
            <Link to={sortPath(id)}>{head.topics.length > 0 ? "Changer les sujets" : "Choisir des sujets"}</Link>
          </p>
        </Section>
        <Section title="Résumé">
          <p>{head.summary ? `Écrit par ${head.summary.by}, ${head.summary.when}. Il paraît en haut de la discussion.` : "Ce qui en est ressorti, en quelques lignes, en haut de la discussion."}</p>
          <p>
            <Link to={summaryPath(id)}>{head.summary ? "Modifier le résumé" : "Écrire un résumé"}</Link>
          </p>
        </Section>
        {committee ? (
          <Section title="Mise en évidence">
            <p>{head.pinned ? "Cette discussion est épinglée, et elle porte ce mot dans la liste." : "Une discussion épinglée porte ce mot dans la liste."}</p>
            <Toggle id={id} to="epingle" on={head.pinned} words={["Épingler", "Ne plus épingler"]} />
            <p>{head.announced ? "C’est une annonce." : "Une annonce est signalée à tout le monde, une seule fois."}</p>
            <Toggle id={id} to="annonce" on={head.announced} words={["En faire une annonce", "Ce n’est plus une annonce"]} />
            {head.announced ? (
              <p>
                <Link to={readersPath(id)}>Voir qui a lu l’annonce</Link>
              </p>
            ) : null}
          </Section>
        ) : null}
        {committee ? (
          <Section title="Personnes invitées">
            <p>
              <Link to={guestsPath(id)}>Inviter quelqu’un dans cette discussion</Link>, sans compte et jusqu’au jour que vous choisissez.
            </p>
          </Section>
        ) : null}
        {thread.unnamed && committee ? (
          <Section title="Écrite sans nom">
            <p>
              <Link to={authorPath(id)}>Demander qui a écrit</Link>, pour les deux personnes qui gardent les noms.
            </p>
          </Section>
        ) : null}
        <Section title="Fin de la discussion">
          <p>{head.closed ? `Fermée par ${head.closed.by}, ${head.closed.when}. On peut la lire, mais plus y écrire.` : "Une discussion fermée se lit encore, mais plus personne n’y écrit. Vous pourrez la rouvrir."}</p>
          <Toggle id={id} to="fermeture" on={head.closed !== null} words={["Fermer la discussion", "Rouvrir la discussion"]} />
          {committee ? (
            <p>
              <Link to={removalPath(id)}>{head.removed ? "Remettre la discussion en place" : "Retirer la discussion"}</Link>
            </p>
          ) : null}
        </Section>
      </div>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Question({ thread: { id, head, answerId, candidates } }: { thread: Leading }) {
  if (!head.asked) {
    return (
      <>
        <p>Dites que cette discussion attend une réponse.</p>
        <Toggle id={id} to="question" on={false} words={["C’est une question", ""]} />
      </>
    );
  }
  return (
    <>
      <p>{head.answer ? `La réponse trouvée est celle de ${head.answer.author}.` : "La question est ouverte."}</p>
      {candidates.length > 0 ? (
        <Form method="post" action={`/discussions/${id}/reponse`} className="form">
          <FormKey name="reponse" />
          <Select name="message" label="Message qui répond à la question" options={candidates} defaultValue={answerId === null ? undefined : String(answerId)} />
          <Button look="plain">Marquer comme la réponse</Button>
        </Form>
      ) : null}
      <div className="acts">
        {head.answer ? (
          <Form method="post" action={`/discussions/${id}/reponse`}>
            <FormKey name="reponse-aucune" />
            <input type="hidden" name="message" value="" />
            <Button look="quiet" small>
              La question reste ouverte
            </Button>
          </Form>
        ) : null}
        <Toggle id={id} to="question" on words={["", "Ce n’est pas une question"]} />
      </div>
    </>
  );
}

type ToggleProps = { id: number; to: string; on: boolean; words: readonly [toSet: string, toTakeBack: string] };

/** One state, and the button for the contrary. */
function Toggle({ id, to, on, words }: ToggleProps) {
  return (
    <Form method="post" action={`/discussions/${id}/${to}`}>
      <FormKey name={to} />
      <input type="hidden" name="etat" value={on ? "non" : "oui"} />
      <Button look={on ? "quiet" : "plain"} small>
        {words[on ? 1 : 0]}
      </Button>
    </Form>
  );
}
