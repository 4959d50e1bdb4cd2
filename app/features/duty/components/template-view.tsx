import { Form } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button, ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Select, TextArea } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Yarn, YarnItem } from "~/ui/yarn";
import { MAX_NOTE, TEMPLATE, TEMPLATE_DESK } from "../kit/model";
import { TURNS } from "../model";
import type { templatePage } from "../template/pages.server";
import { StepLine } from "./step-line";

type PageData = Awaited<ReturnType<typeof templatePage>>;

const SAID = { proposition: "Votre proposition est chez le comité. Elle reste ici, avec ce qu’il en fait." };
const OUTCOMES = { taken: "retenue", "set-aside": "pas cette fois" };

/** The community's list, as everybody reads it; each may say what they would change. */
export function TemplateView({ page }: { page: PageData }) {
  const { steps, notes, changes, mayChange, mayPropose } = page;
  return (
    <>
      <PageHeader
        title="La trousse des responsables"
        lead="Ce qu’on fait autour d’une rencontre, de six semaines avant à une semaine après. Chaque nouvelle rencontre part de cette liste, et tout le monde peut la rendre meilleure."
        back={{ to: TURNS, label: "À tour de rôle" }}
        action={mayChange ? <ButtonLink look="plain" to={TEMPLATE_DESK}>Modifier la liste</ButtonLink> : null}
      />
      <Done sentences={SAID} />
      <Yarn>
        {steps.map((step) => (
          <StepLine key={step.key} step={step} />
        ))}
      </Yarn>
      {mayPropose ? <Propose page={page} /> : null}
      {notes.length > 0 ? (
        <section className="section" aria-labelledby="propositions">
          <h2 id="propositions">Ce que vous avez proposé</h2>
          <Yarn tight>
            {notes.map(({ id, stepTitle, body, outcome, when }) => (
              <YarnItem key={id} knot={outcome === null ? "loose" : outcome === "taken" ? "done" : "event"}>
                <p className="typed-text">{body}</p>
                <p className="yarn-note">{[stepTitle, when, outcome === null ? "le comité ne l’a pas encore lue" : OUTCOMES[outcome]].filter(Boolean).join(" · ")}</p>
              </YarnItem>
            ))}
          </Yarn>
        </section>
      ) : null}
      {changes.length > 0 ? (
        <section className="section" aria-labelledby="changements">
          <h2 id="changements">Ce qui a changé</h2>
          <Yarn tight>
            {changes.map(({ id, by, verb, title, before, message, when }) => (
              <YarnItem key={id}>
                <p className="yarn-title">
                  {by} {verb} «{"\u00a0"}{title}{"\u00a0"}»
                </p>
                <p className="yarn-note">{when}</p>
                {before ? (
                  <Disclosure summary="Comment c’était avant">
                    <p>{before}</p>
                    {message ? <p className="typed-text">{message}</p> : null}
                  </Disclosure>
                ) : null}
              </YarnItem>
            ))}
          </Yarn>
        </section>
      ) : null}
    </>
  );
}

function Propose({ page: { choices, asked } }: { page: PageData }) {
  const problem = useProblem();
  return (
    <Form method="post" action={TEMPLATE} className="form section" noValidate id="proposer">
      <FormKey name="proposition" />
      <h2>Proposer un changement</h2>
      <ProblemSummary problem={problem} />
      {choices.length > 0 ? (
        <Select key={asked} name="etape" label="À propos de" defaultValue={problem?.values?.etape ?? asked} error={problem?.fields?.etape} options={[{ value: "", label: "Toute la liste, ou une tâche qui manque" }, ...choices]} />
      ) : null}
      <TextArea name="proposition" label="Ce que vous changeriez" hint="Une tâche qui manque, un meilleur jour, de meilleurs mots pour un message. Le comité vous lit." rows={4} maxLength={MAX_NOTE} defaultValue={problem?.values?.proposition} error={problem?.fields?.proposition} required />
      <Button>Proposer au comité</Button>
    </Form>
  );
}
