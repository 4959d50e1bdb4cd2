import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button, ButtonLink } from "~/ui/button";
import { Select, TextArea, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { leadTopicPath, MAX_NAME, MAX_RAISED_REASON, MAX_REASON, MAX_WISH, topicPath, TOPICS } from "../model";
import type { leadingTopicPage, mergePage, proposalPage } from "../pages.server";

/** Proposes a topic; one that exists gets the wish instead of a double. */
export function ProposalForm({ page: { source, known, votes, mayPropose } }: { page: Awaited<ReturnType<typeof proposalPage>> }) {
  const problem = useProblem();
  const field = (name: string, usual = "") => ({ name, defaultValue: problem?.values?.[name] ?? usual, error: problem?.fields?.[name] });
  const back = source ? { to: `/discussions/${source.id}`, label: "La discussion" } : { to: TOPICS, label: "Sujets" };
  return (
    <>
      <PageHeader title="Proposer un sujet" lead={source ? `À partir de la discussion «\u00a0${source.title}\u00a0».` : "Ce dont vous aimeriez parler dans un Moment d’échange."} back={back} />
      {mayPropose ? (
        <Form method="post" action="/sujets/nouveau" className="form" noValidate>
          <FormKey name="sujet" early="nom souhait" />
          <input type="hidden" name="discussion" value={source?.id ?? ""} />
          <ProblemSummary problem={problem} />
          <TextField {...field("nom", source?.name)} label="Sujet" hint="En quelques mots. S’il existe déjà, votre demande s’y ajoute." list="sujets-connus" required maxLength={MAX_NAME} autoComplete="off" />
          <datalist id="sujets-connus">
            {known.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <TextArea {...field("souhait")} label="Ce que vous aimeriez y trouver" labelAside="(facultatif)" maxLength={MAX_WISH} rows={3} />
          <p className="soft">{votes > 0 ? "Un de vos cinq votes ira à ce sujet. Il vous reviendra quand le sujet sera planifié." : "Vos cinq votes sont déjà donnés. Le sujet sera proposé, et vous pourrez lui donner un vote plus tard."}</p>
          <Button>Proposer ce sujet</Button>
        </Form>
      ) : (
        <Notice tone="slate" title="Votre participation est en pause" acts={<ButtonLink look="plain" small to="/reglages">Voir mes réglages</ButtonLink>}>
          <p>Vous pouvez lire, mais pas proposer.</p>
        </Notice>
      )}
    </>
  );
}

type Leading = Awaited<ReturnType<typeof leadingTopicPage>>;

/** One press that changes where a topic is. */
function Decision({ id, to, words }: { id: number; to: string; words: string }) {
  return (
    <Form method="post" action={leadTopicPath(id)}>
      <FormKey name={`etat-${to}`} />
      <input type="hidden" name="etat" value={to} />
      <Button look="plain">{words}</Button>
    </Form>
  );
}

/** All that the committee can make of a topic. */
export function TopicLeading({ page: { id, name, state, waits, people, raisedReason } }: { page: Leading }) {
  const problem = useProblem();
  const to = leadTopicPath(id);
  return (
    <>
      <PageHeader title="Décider de ce sujet" lead={name} back={{ to: topicPath(id), label: "Le sujet" }} />
      <ProblemSummary problem={problem} />
      {waits ? (
        <section className="section stack">
          <h2>En parler</h2>
          <p>{people === "0 personne" ? "Personne ne le demande en ce moment." : `${people} le demandent. Planifier rend leur vote, et le leur dit.`}</p>
          <p className="acts">
            <ButtonLink to={`/comite/moments/nouveau?sujet=${id}`}>Planifier un Moment d’échange</ButtonLink>
          </p>
          {state === "kept" ? null : <Decision id={id} to="retenu" words="Le retenir pour plus tard" />}
        </section>
      ) : null}
      {state === "discussed" ? (
        <section className="section stack">
          <h2>Y revenir</h2>
          <p>Le sujet attend de nouveau, et prend des votes.</p>
          <Form method="post" action={to} className="form" noValidate>
            <FormKey name="etat-approfondir" />
            <input type="hidden" name="etat" value="approfondir" />
            <TextArea name="manque" label="Ce qui reste à voir" labelAside="(facultatif)" hint="Tout le monde le lira." defaultValue={problem?.values?.manque} error={problem?.fields?.manque} maxLength={MAX_REASON} rows={2} />
            <Button look="plain">À approfondir</Button>
          </Form>
        </section>
      ) : null}
      {state === "dismissed" ? (
        <section className="section stack">
          <h2>Le rouvrir</h2>
          <p>Il attend de nouveau, et prend des votes.</p>
          <Decision id={id} to="rouvert" words="Rouvrir ce sujet" />
        </section>
      ) : null}
      {waits ? (
        <section className="section stack">
          <h2>Changer son rang</h2>
          {raisedReason ? (
            <>
              <p>Il est placé en tête{"\u00a0"}: {raisedReason}</p>
              <Decision id={id} to="rang" words="Le remettre à son rang" />
            </>
          ) : (
            <p className="acts">
              <ButtonLink look="plain" to={`${to}/tete`}>Le placer en tête</ButtonLink>
            </p>
          )}
        </section>
      ) : null}
      {waits || state === "discussed" || state === "dismissed" ? (
        <section className="section stack">
          <h2>Ranger</h2>
          <p className="acts">
            <ButtonLink look="plain" to={`${to}/fusion`}>Le fusionner avec un autre</ButtonLink>
            {waits ? <ButtonLink look="plain" to={`${to}/ecart`}>L’écarter</ButtonLink> : null}
          </p>
        </section>
      ) : null}
      {state === "planned" ? <p>Un Moment d’échange lui est consacré. Le sujet sera discuté quand une rencontre aura eu lieu.</p> : null}
    </>
  );
}

type ReasonProps = { page: Leading; title: string; hint: string; verb: string; keyName: string };

/** Asks for the reason that everyone will read. */
export function TopicReason({ page: { id, name }, title, hint, verb, keyName }: ReasonProps) {
  const problem = useProblem();
  return (
    <>
      <PageHeader title={title} lead={name} back={{ to: leadTopicPath(id), label: "Décider de ce sujet" }} />
      <Form method="post" className="form" noValidate>
        <FormKey name={keyName} early="raison" />
        <ProblemSummary problem={problem} />
        <TextArea name="raison" label="Raison" hint={hint} defaultValue={problem?.values?.raison} error={problem?.fields?.raison} required maxLength={keyName === "tete" ? MAX_RAISED_REASON : MAX_REASON} rows={3} />
        <Button>{verb}</Button>
      </Form>
    </>
  );
}

export function MergeForm({ page: { id, name, targets, capped } }: { page: Awaited<ReturnType<typeof mergePage>> }) {
  const problem = useProblem();
  return (
    <>
      <PageHeader title="Fusionner ce sujet" lead={name} back={{ to: leadTopicPath(id), label: "Décider de ce sujet" }} />
      <Form method="post" className="form" noValidate>
        <FormKey name="fusion" />
        <ProblemSummary problem={problem} />
        <Select
          name="dans"
          label="Le sujet qui reste"
          hint={`Il reçoit les demandes, les discussions et les Moments d’échange. Qui demandait les deux compte une fois, et retrouve un vote.${capped ? ` Voici les ${targets.length} premiers, de A à Z.` : ""}`}
          options={[{ value: "", label: "–" }, ...targets]}
          defaultValue={problem?.values?.dans ?? ""}
          error={problem?.fields?.dans}
        />
        <Button>Fusionner</Button>
      </Form>
    </>
  );
}
