import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { ReportLink } from "~/features/shell/components/report-link";
import { Button, ButtonLink } from "~/ui/button";
import { Checkbox, RadioGroup } from "~/ui/choice";
import { TextArea, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem } from "~/ui/yarn";
import { MAX_REASON, STANCE_NAMES } from "../consent/model";
import type { consentPage, openPage } from "../consent/pages.server";
import { versionPath } from "../model";
import { Moved } from "./moved-note";

type PageData = Awaited<ReturnType<typeof consentPage>>;

const SAID = {
  ouverture: "La consultation est ouverte. Chaque membre en est averti.",
  reponse: "Votre réponse est notée. Vous pouvez la changer jusqu’à la fin.",
  retrait: "Votre objection est retirée. Elle reste lisible, et n’empêche plus l’adoption.",
  adoption: "La version est adoptée. Il reste à la publier.",
};

/** The round of consent: the rule, one's answer, what others answered, and why it ends as it does. */
export function ConsentView({ page }: { page: PageData }) {
  const { round, version, sha256, rule, closes, closed, over, adopted, checks, tally, answered, said, mayAnswer, mayWithdraw, committee, stamp } = page;
  return (
    <>
      <PageHeader
        title={closed ? "Le consentement à la charte" : "Consentez-vous à cette charte?"}
        back={{ to: "/charte", label: "La charte" }}
        facts={closed ? `Version ${version} · consultation close` : over ? `Version ${version} · terminée le ${closes}` : `Version ${version} · jusqu’au ${closes}`}
        action={<ButtonLink look={mayAnswer ? "plain" : "main"} to={versionPath(version)}>Lire le texte au complet</ButtonLink>}
      />
      <Done sentences={SAID} />
      <Moved key={stamp} stamp={stamp} here="/charte/consentement" />
      {closed ? (
        <Notice tone={adopted ? "moss" : "slate"} title={adopted ? "La version est adoptée" : "La version n’est pas adoptée"}>
          <Checks checks={checks} closed />
          {adopted ? null : <p>Le texte est de nouveau ouvert à l’écriture. Ce qui a été dit ici y aide.</p>}
        </Notice>
      ) : null}
      {mayAnswer ? <AnswerForm page={page} /> : null}
      {mayWithdraw ? (
        <Form method="post" action="/charte/consentement/retrait" className="screen-only">
          <FormKey name="retrait" />
          <Button look="plain">Retirer mon objection</Button>
        </Form>
      ) : null}
      <section className="section" aria-labelledby="regle">
        <h2 id="regle">La règle, choisie avant de commencer</h2>
        <ul>
          {rule.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {closed ? null : (
          <>
            <h3>Où l’on en est</h3>
            <Checks checks={checks} />
          </>
        )}
        <p className="soft charter-seal">
          Empreinte SHA-256 du texte{"\u00a0"}: <code className="charter-hash">{sha256}</code>
        </p>
      </section>
      <section className="section" aria-labelledby="reponses">
        <h2 id="reponses">Les réponses</h2>
        <p>{answered}{"\u00a0"}: {tally}.</p>
        {said.length === 0 ? <p className="soft">Aucune réserve, aucune objection.</p> : null}
        <Yarn>
          {said.map((one) => (
            <YarnItem key={one.key} knot={one.stance === "object" && !one.withdrawn ? "loose" : "event"}>
              <p className="yarn-title">
                {one.stanceName} {one.withdrawn ? <Tag tone="moss">Retirée</Tag> : null}
              </p>
              <p>{one.reason}</p>
              <p className="yarn-note">{[one.name, one.organisation, one.at].filter(Boolean).join(", ")}</p>
            </YarnItem>
          ))}
        </Yarn>
        {said.length > 0 ? (
          <p className="page-note screen-only">
            <ReportLink of="consentement" id={round} which=", dans une réponse" />
          </p>
        ) : null}
      </section>
      {committee && !closed ? <CloseForm over={over} /> : null}
    </>
  );
}

function Checks({ checks, closed = false }: { checks: PageData["checks"]; closed?: boolean }) {
  return (
    <ul role="list" className="plain-list">
      {checks.map(({ met, sentence }) => (
        <li key={sentence}>
          <Tag tone={met ? "moss" : "honey"}>{met ? "Oui" : closed ? "Non" : "Pas encore"}</Tag> {sentence}
        </li>
      ))}
    </ul>
  );
}

const CHOICES = [
  { value: "adhere", label: STANCE_NAMES.adhere, hint: "Je soutiens ce texte." },
  { value: "reserve", label: STANCE_NAMES.reserve, hint: "Elle sera lue. Elle n’empêche pas l’adoption." },
  { value: "object", label: STANCE_NAMES.object, hint: "Je dis pourquoi, et j’aide à trouver mieux. Je pourrai retirer mon objection." },
];

function AnswerForm({ page: { own } }: { page: PageData }) {
  const problem = useProblem();
  const kept = problem?.values ?? {};
  return (
    <Form method="post" action="/charte/consentement" className="form" noValidate>
      <FormKey name="consentement" />
      <ProblemSummary problem={problem} />
      {own ? (
        <p>
          Votre réponse{"\u00a0"}: <strong>{own.stanceName}</strong>
          {own.withdrawn ? ", retirée" : ""}
        </p>
      ) : null}
      <RadioGroup name="avis" label="Votre réponse" choices={CHOICES} defaultValue={kept.avis ?? own?.stance} error={problem?.fields?.avis} required />
      <TextArea name="raison" label="Votre raison" labelAside="pour une réserve ou une objection" rows={3} maxLength={MAX_REASON} defaultValue={kept.raison ?? own?.reason} error={problem?.fields?.raison} />
      <Button>{own ? "Changer ma réponse" : "Répondre"}</Button>
    </Form>
  );
}

function CloseForm({ over }: { over: boolean }) {
  const problem = useProblem();
  return (
    <section className="section screen-only" aria-labelledby="cloture">
      <h2 id="cloture">Clore la consultation</h2>
      <Form method="post" action="/comite/charte/consentement/cloture" className="form" noValidate>
        <FormKey name="cloture" />
        <ProblemSummary problem={problem} />
        <RadioGroup
          name="suite"
          label="La suite"
          choices={[
            { value: "resultat", label: "Constater le résultat", hint: over ? "La règle dit s’il y a adoption." : "Possible avant la date si tout le monde s’est prononcé." },
            { value: "redaction", label: "Revenir à la rédaction", hint: "Le texte s’ouvre de nouveau; une autre consultation suivra." },
          ]}
          error={problem?.fields?.suite}
        />
        <Button look="plain">Clore</Button>
      </Form>
    </section>
  );
}

/** Where the committee says the rule, before anybody answers. */
export function OpenConsentView({ page: { number, open } }: { page: Awaited<ReturnType<typeof openPage>> }) {
  const problem = useProblem();
  const kept = problem?.values ?? {};
  return (
    <>
      <PageHeader title="Ouvrir le consentement" back={{ to: "/comite/charte", label: "Mener la charte" }} facts={`Version ${number}`} lead="À partir de maintenant, le texte ne bouge plus. Chaque membre est invité à répondre." />
      {open ? null : (
        <Notice tone="slate" title="Le consentement est déjà ouvert, ou la version est adoptée">
          <p>
            <Link to="/charte/consentement">Voir la consultation</Link>
          </p>
        </Notice>
      )}
      <Form method="post" action="/comite/charte/consentement" className="form" noValidate>
        <FormKey name="ouvrir" />
        <ProblemSummary problem={problem} />
        <TextField name="date" type="date" label="Répondre au plus tard le" short defaultValue={kept.date} error={problem?.fields?.date} required />
        <Checkbox name="objections" value="oui" label="Aucune objection ne doit demeurer" hint="Une objection peut être retirée par la personne qui l’a faite." defaultChecked={problem ? kept.objections === "oui" : true} />
        <TextField name="personnes" label="Part des personnes qui doivent se prononcer, en %" inputMode="numeric" short defaultValue={kept.personnes ?? "60"} error={problem?.fields?.personnes} />
        <TextField name="organisations" label="Part des organisations qui doivent être représentées, en %" inputMode="numeric" short defaultValue={kept.organisations ?? "67"} error={problem?.fields?.organisations} />
        <p className="soft">La règle est montrée à chaque personne, et ne change plus une fois la consultation ouverte.</p>
        <Button>Ouvrir le consentement</Button>
      </Form>
    </>
  );
}
