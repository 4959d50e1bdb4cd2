import { Form, Link } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { Redline } from "~/features/message/components/redline";
import { FormKey } from "~/features/shell/components/form-key";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { TextArea } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Prose } from "~/ui/prose";
import { correctionPath, correctionsPath, MAX_REASON, MAX_TEXT, MAX_WORDS, minutesPath } from "../model";
import type { answerPage, correctPage } from "../pages.server";
import { Replaced } from "./minutes-view";

/** These words, and what to read instead. */
export function CorrectForm({ page: { meetingId, title, html, open } }: { page: Awaited<ReturnType<typeof correctPage>> }) {
  const problem = useProblem();
  const kept = problem?.values ?? {};
  return (
    <>
      <PageHeader title="Proposer une correction" back={{ to: minutesPath(meetingId), label: `Compte rendu\u00a0: ${title}` }} lead="Les responsables de la rencontre y répondent. Si elles disent non, elles disent pourquoi." />
      {open || problem ? (
        <Form method="post" action={correctionsPath(meetingId)} className="form" noValidate>
          <FormKey name="correction" early="mots plutot" />
          <ProblemSummary problem={problem} />
          <TextArea name="mots" label="Ces mots" hint="Copiez-les du compte rendu, tels qu’ils y sont." rows={3} maxLength={MAX_WORDS} defaultValue={kept.mots} error={problem?.fields?.mots} required />
          <TextArea name="plutot" label="Plutôt" hint="Laissez vide pour les enlever." rows={3} maxLength={MAX_WORDS} defaultValue={kept.plutot} error={problem?.fields?.plutot} />
          <Acts>
            <Button>Proposer</Button>
            <ButtonLink look="quiet" to={minutesPath(meetingId)}>
              Annuler
            </ButtonLink>
          </Acts>
        </Form>
      ) : (
        <Notice tone="slate" title="On n’y propose plus de corrections">
          <p>Ce compte rendu est adopté. Le comité peut en publier une nouvelle version, s’il le faut.</p>
        </Notice>
      )}
      <Disclosure summary="Le texte du compte rendu" open>
        <Prose html={html} reading />
      </Disclosure>
    </>
  );
}

/** A correction, to be taken into the text or refused. */
export function AnswerForms({ page }: { page: Awaited<ReturnType<typeof answerPage>> }) {
  const problem = useProblem();
  const { meetingId, id, title, words, instead, by, settled, byHand, pieces } = page;
  const declining = problem !== undefined && problem.values?.texte === undefined;
  return (
    <>
      <PageHeader title="Répondre à une correction" back={{ to: minutesPath(meetingId), label: `Compte rendu\u00a0: ${title}` }} facts={by} />
      <Replaced words={words} instead={instead} />
      {settled ? (
        <Notice tone="slate" title="Cette correction a déjà sa réponse">
          <p>
            <Link to={minutesPath(meetingId)}>Revenir au compte rendu</Link>
          </p>
        </Notice>
      ) : (
        <>
          <Accept page={page} />
          {byHand ? null : pieces ? (
            <Disclosure summary="Ce qui changerait, mot à mot">
              <Redline pieces={pieces} />
            </Disclosure>
          ) : null}
          <section className="section" aria-labelledby="refus">
            <h2 id="refus">Ou refuser, et dire pourquoi</h2>
            <Form method="post" action={`${correctionPath(meetingId, id)}/refus`} className="form" noValidate>
              <FormKey name="refus" early="raison" />
              <TextArea name="raison" label="Pourquoi" rows={3} maxLength={MAX_REASON} defaultValue={declining ? problem.values?.raison : undefined} error={problem?.fields?.raison} required />
              <Button look="plain">Refuser la correction</Button>
            </Form>
          </section>
        </>
      )}
    </>
  );
}

function Accept({ page: { meetingId, id, revision, body, byHand } }: { page: Awaited<ReturnType<typeof answerPage>> }) {
  const problem = useProblem();
  const moved = problem?.code === "minutes.moved" ? problem.state : undefined;
  const own = problem?.values?.texte;
  return (
    <section className="section" aria-labelledby="accord">
      <h2 id="accord">Accepter</h2>
      <Form method="post" action={correctionPath(meetingId, id)} className="form wide-form" noValidate key={moved ? "moved" : "own"}>
        <FormKey name={`accord-${String(moved?.revision ?? revision)}`} early="texte" />
        <input type="hidden" name="version" value={String(moved?.revision ?? revision)} />
        {moved ? (
          <Notice tone="honey" title="Le compte rendu a changé entre-temps" role="alert">
            <p>Voici le texte enregistré. Le vôtre est conservé dans la boîte{"\u00a0"}: reprenez-en ce que vous voulez, puis acceptez.</p>
            <blockquote className="redline">{String(moved.body)}</blockquote>
          </Notice>
        ) : (
          <ProblemSummary problem={problem} />
        )}
        <p>{byHand ? "Ces mots ne se trouvent pas tels quels dans le texte, ou s’y trouvent plusieurs fois\u00a0: faites le changement dans la boîte." : "Le changement est fait dans le texte ci-dessous. Relisez-le."}</p>
        <TextArea name="texte" label="Le compte rendu" rows={14} maxLength={MAX_TEXT} defaultValue={own ?? body} error={problem?.fields?.texte} required />
        <Button>Accepter la correction</Button>
      </Form>
    </section>
  );
}
