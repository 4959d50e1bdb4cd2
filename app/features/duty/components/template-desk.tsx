import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Yarn, YarnItem } from "~/ui/yarn";
import { stepPath, TEMPLATE, TEMPLATE_DESK } from "../kit/model";
import { roleNames, ROLES } from "../model";
import type { stepPage, templateDesk } from "../template/pages.server";
import { TaskForm } from "./step-form";
import { StepLine } from "./step-line";

type DeskData = Awaited<ReturnType<typeof templateDesk>>;
type Note = DeskData["notes"][number];

const SAID = {
  ajout: "La tâche est dans la liste. Les rencontres qui reçoivent leur trousse à partir de maintenant l’auront.",
  ouverture: "La liste est à vous\u00a0: changez ce que vous voulez.",
  texte: "C’est changé, ici et dans les rencontres à venir où cette tâche reste à faire.",
  retrait: "La tâche n’est plus dans la liste, ni dans les rencontres à venir où elle restait à faire.",
  remise: "La tâche est de retour dans la liste.",
  retenue: "C’est noté\u00a0: retenue. La personne le voit.",
  ecartee: "C’est noté\u00a0: pas cette fois. La personne le voit.",
};

const ROLE_OPTIONS = ROLES.map((value) => ({ value, label: roleNames[value] }));

/** Where the committee changes the community's list, and settles what others propose. */
export function TemplateDesk({ page: { own, steps, retired, notes } }: { page: DeskData }) {
  const problem = useProblem();
  return (
    <>
      <PageHeader title="Modifier la trousse" lead="La liste dont part chaque rencontre. Ce que vous changez se voit de toute la communauté, avec ce qu’il y avait avant." back={{ to: TEMPLATE, label: "La trousse des responsables" }} />
      <Done sentences={SAID} />
      <ProblemSummary problem={problem} />
      {notes.length > 0 ? (
        <section aria-labelledby="propositions">
          <h2 id="propositions">Propositions</h2>
          <Notes notes={notes} />
        </section>
      ) : null}
      {own ? (
        <section className="section" aria-labelledby="liste">
          <h2 id="liste">La liste</h2>
          <Yarn>
            {steps.map((step) => (
              <StepLine key={step.key} step={step} />
            ))}
          </Yarn>
        </section>
      ) : (
        <EmptyState
          act={
            <Form method="post" action={`${TEMPLATE_DESK}/ouverture`}>
              <FormKey name="ouverture" />
              <Button>Partir de la première liste</Button>
            </Form>
          }
        >
          Aucune rencontre n’a encore sa trousse. Une première liste de treize tâches est prête à être adaptée.
        </EmptyState>
      )}
      {own ? (
        <section className="section" aria-labelledby="ajouter">
          <h2 id="ajouter">Ajouter une tâche</h2>
          <TaskForm action={TEMPLATE_DESK} name="etape" roles={ROLE_OPTIONS} verb="Ajouter à la liste" message />
        </section>
      ) : null}
      {retired.length > 0 ? (
        <Disclosure summary="Ce qui a été retiré">
          <Yarn tight>
            {retired.map((step) => (
              <StepLine key={step.key} step={step}>
                <Form method="post" action={`${stepPath(step.key)}/remise`}>
                  <FormKey name={`remise-${step.key}`} />
                  <Button look="plain" small>Remettre dans la liste<span className="visually-hidden"> ({step.title})</span></Button>
                </Form>
              </StepLine>
            ))}
          </Yarn>
        </Disclosure>
      ) : null}
    </>
  );
}

/** What people would change, each with what becomes of it. */
function Notes({ notes }: { notes: readonly Note[] }) {
  return (
    <Yarn>
      {notes.map(({ id, stepTitle, body, by, when, to }) => (
        <YarnItem key={id} knot="loose">
          <p className="typed-text">{body}</p>
          <p className="yarn-note">
            {by}, {when}
            {stepTitle && to ? (
              <>
                {" · "}
                <Link to={to}>{stepTitle}</Link>
              </>
            ) : null}
          </p>
          <div className="row">
            {(["taken", "set-aside"] as const).map((outcome) => (
              <Form key={outcome} method="post" action={`${TEMPLATE_DESK}/propositions/${id}`}>
                <FormKey name={`${outcome}-${id}`} />
                <input type="hidden" name="suite" value={outcome} />
                <Button look={outcome === "taken" ? "plain" : "quiet"} small>
                  {outcome === "taken" ? "C’est changé" : "Pas cette fois"}
                  <span className="visually-hidden"> ({by}, {when})</span>
                </Button>
              </Form>
            ))}
          </div>
        </YarnItem>
      ))}
    </Yarn>
  );
}

/** One step, to be worded anew or taken off. */
export function StepView({ page: { id, retired, version, values, shown, notes } }: { page: Awaited<ReturnType<typeof stepPage>> }) {
  const problem = useProblem();
  return (
    <>
      <PageHeader title="Modifier une tâche" facts={`${shown.label} · ${shown.title}`} back={{ to: TEMPLATE_DESK, label: "Modifier la trousse" }} />
      <ProblemSummary problem={problem} />
      {retired ? <Notice tone="slate" title="Cette tâche a été retirée de la liste" /> : null}
      {problem?.code === "kit.moved" ? (
        <Notice tone="honey" title="Ce qui est écrit maintenant">
          <p>
            {shown.label} · {shown.roleName} · {shown.title}
          </p>
          {shown.message ? <p className="typed-text">{shown.message}</p> : null}
        </Notice>
      ) : null}
      {notes.length > 0 ? <Notes notes={notes} /> : null}
      {retired ? null : (
        <>
          <TaskForm key={version} action={stepPath(id)} name="etape" roles={ROLE_OPTIONS} verb="Enregistrer" values={values} message version={version} />
          <Form method="post" action={`${stepPath(id)}/retrait`} className="section">
            <FormKey name="retrait" />
            <Button look="quiet">Retirer de la liste</Button>
          </Form>
        </>
      )}
    </>
  );
}
