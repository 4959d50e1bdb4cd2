import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { Redline } from "~/features/message/components/redline";
import { FormKey } from "~/features/shell/components/form-key";
import { ReportLink } from "~/features/shell/components/report-link";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { Disclosure } from "~/ui/disclosure";
import { TextArea } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem } from "~/ui/yarn";
import { articlePath, proposalPath } from "../model";
import type { ProposalState } from "../proposal/model";
import type { proposalPage } from "../proposal/pages.server";
import { Moved } from "./moved-note";

type PageData = Awaited<ReturnType<typeof proposalPage>>;

const SAID = {
  proposition: "Votre proposition est publiée. Le groupe de rédaction y répondra, avec sa raison.",
  avis: "Votre avis est noté.",
  reponse: "La réponse est envoyée à la personne qui a proposé.",
  retrait: "Votre proposition est retirée.",
};

const TONES: Record<ProposalState, "honey" | "moss" | "slate"> = { open: "honey", accepted: "moss", "accepted-in-part": "moss", declined: "slate", withdrawn: "slate" };

export function ProposalTag({ state, adrift, children }: { state: ProposalState; adrift: boolean; children: string }) {
  return <Tag tone={TONES[state]}>{adrift && state === "open" ? "À revoir" : children}</Tag>;
}

/** A proposal: in words, in the text, and with what others think of it. */
export function ProposalView({ page }: { page: PageData }) {
  const { id, article, by, askedFor, at, reason, phrases, pieces, state, stateName, adrift, decision, voices, mayVoice, mayDecide, mayWithdraw, stamp } = page;
  return (
    <>
      <PageHeader
        title="Une autre formulation"
        back={{ to: articlePath(article.id), label: article.position === null ? article.title : `${article.position}. ${article.title}` }}
        facts={
          <span className="row">
            <ProposalTag state={state} adrift={adrift}>
              {stateName}
            </ProposalTag>
            <span>{[by.name, askedFor ? `pour ${askedFor}` : by.note, at].filter(Boolean).join(", ")}</span>
          </span>
        }
        action={mayDecide ? <ButtonLink to={`${proposalPath(id)}/decision`}>Répondre</ButtonLink> : null}
      />
      <Done sentences={SAID} />
      <Moved key={stamp} stamp={stamp} here={proposalPath(id)} />
      {decision ? (
        <Notice tone={state === "declined" ? "slate" : "moss"} title={`${stateName} par ${decision.by ?? "le groupe de rédaction"}, ${decision.at}`}>
          {decision.reason ? <p>{decision.reason}</p> : null}
        </Notice>
      ) : null}
      {adrift ? <Adrift page={page} /> : null}
      <section aria-labelledby="changement">
        <h2 id="changement">Ce qui changerait</h2>
        <ul className="phrases">
          {phrases.map((phrase) => (
            <li key={phrase}>{phrase}</li>
          ))}
        </ul>
        {reason ? (
          <p>
            <strong>Pourquoi{"\u00a0"}:</strong> {reason}
          </p>
        ) : null}
        <Disclosure summary="Dans le texte de l’article" open>
          <Redline pieces={pieces} />
        </Disclosure>
      </section>
      <section className="section" aria-labelledby="avis">
        <h2 id="avis">Ce qu’on en pense</h2>
        {voices.length === 0 ? <p className="soft">Personne ne s’est encore prononcé.</p> : null}
        <Yarn>
          {voices.map((voice) => (
            <YarnItem key={voice.name} knot={voice.stance === "object" ? "loose" : "event"}>
              <p className="yarn-title">{voice.stance === "support" ? "Appuie" : "S’oppose"}</p>
              {voice.reason ? <p>{voice.reason}</p> : null}
              <p className="yarn-note">{[voice.mine ? "Vous" : voice.name, voice.organisation].filter(Boolean).join(", ")}</p>
            </YarnItem>
          ))}
        </Yarn>
        {mayVoice ? <VoiceForm page={page} /> : null}
      </section>
      <p className="page-note screen-only">
        <ReportLink of="proposition" id={id} />
      </p>
      {mayWithdraw ? (
        <Form method="post" action={`${proposalPath(id)}/retrait`} className="section screen-only">
          <FormKey name={`retrait-${id}`} />
          <Button look="quiet">Retirer ma proposition</Button>
        </Form>
      ) : null}
    </>
  );
}

/** The text moved away: both stand here, and the author says what to do. */
function Adrift({ page: { article, mine } }: { page: PageData }) {
  return (
    <Notice tone="honey" title={"À revoir\u00a0: le texte de l’article a changé"} role="note">
      <p>Les mots que cette proposition touche ne sont plus dans l’article, ou y sont autrement. Elle est conservée telle quelle. {mine ? "Vous pouvez en faire une nouvelle à partir du texte de maintenant, puis retirer celle-ci." : ""}</p>
      <Disclosure summary="Le texte de l’article maintenant">
        <div className="redline">{article.body}</div>
      </Disclosure>
      {mine && article.position !== null ? (
        <p>
          <Link to={`${articlePath(article.id)}/proposition`}>Proposer à partir du texte de maintenant</Link>
        </p>
      ) : null}
    </Notice>
  );
}

export function VoiceForm({ page: { id, voices } }: { page: PageData }) {
  const problem = useProblem();
  const mine = voices.find((voice) => voice.mine);
  const kept = problem?.values ?? {};
  return (
    <Form method="post" action={`${proposalPath(id)}/avis`} className="form" noValidate>
      <FormKey name={`avis-${id}`} />
      <ProblemSummary problem={problem} />
      <RadioGroup
        name="avis"
        label="Votre avis"
        choices={[{ value: "appui", label: "J’appuie cette proposition" }, { value: "objection", label: "Je m’y oppose", hint: "Dites pourquoi\u00a0: cela aide à trouver mieux." }]}
        defaultValue={kept.avis ?? (mine ? (mine.stance === "support" ? "appui" : "objection") : undefined)}
        error={problem?.fields?.avis}
      />
      <TextArea name="raison" label="Votre raison" rows={2} maxLength={1_000} defaultValue={kept.raison ?? mine?.reason} error={problem?.fields?.raison} />
      <Button look="plain">{mine ? "Changer mon avis" : "Donner mon avis"}</Button>
    </Form>
  );
}

/** The drafting group's answer. */
export function DecisionForm({ page }: { page: PageData }) {
  const { id, article, phrases, pieces, suggestion, adrift } = page;
  const problem = useProblem();
  const kept = problem?.values ?? {};
  const moved = problem?.code === "article.moved" ? problem.state : undefined;
  return (
    <>
      <PageHeader title="Répondre à la proposition" back={{ to: proposalPath(id), label: "La proposition" }} lead={`${article.title}, proposé par ${page.by.name}`} />
      {phrases.map((phrase) => (
        <p key={phrase}>{phrase}</p>
      ))}
      <Disclosure summary="Dans le texte de l’article">
        <Redline pieces={pieces} />
      </Disclosure>
      {adrift ? <Adrift page={{ ...page, mine: false }} /> : null}
      <Form method="post" action={`${proposalPath(id)}/decision`} className="form wide-form" noValidate>
        <FormKey name={`decision-${id}-${String(moved?.version ?? article.version)}`} />
        <input type="hidden" name="version" value={String(moved?.version ?? article.version)} />
        {moved ? (
          <Notice tone="honey" title="L’article vient de changer" role="alert">
            <p>Relisez-le, puis répondez. Ce que vous avez écrit est conservé.</p>
            <div className="redline">{String(moved.body)}</div>
          </Notice>
        ) : (
          <ProblemSummary problem={problem} />
        )}
        <RadioGroup
          name="reponse"
          label="La réponse du groupe de rédaction"
          choices={[
            ...(adrift ? [] : [{ value: "acceptee", label: "Accepter", hint: "Le texte proposé devient celui de l’article." }]),
            { value: "partie", label: "Accepter en partie", hint: "Vous écrivez ci-dessous ce que vous retenez." },
            { value: "refusee", label: "Ne pas retenir" },
          ]}
          defaultValue={kept.reponse}
          error={problem?.fields?.reponse}
        />
        <TextArea name="raison" label="La raison" hint="Elle est envoyée à la personne qui a proposé, et reste lisible ici." rows={3} maxLength={2_000} defaultValue={kept.raison} error={problem?.fields?.raison} />
        <Disclosure summary="Le texte retenu, si vous acceptez en partie" open={kept.reponse === "partie"}>
          <TextArea name="texte" label="Le texte de l’article" rows={14} defaultValue={kept.texte ?? suggestion} error={problem?.fields?.texte} />
        </Disclosure>
        <Acts>
          <Button>Envoyer la réponse</Button>
          <ButtonLink look="quiet" to={proposalPath(id)}>
            Annuler
          </ButtonLink>
        </Acts>
      </Form>
    </>
  );
}
