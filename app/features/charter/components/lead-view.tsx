import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { TextArea, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import { COMMITTEE, CONSENT, DRAFTING, isOpenText, MAX_PASTED, MAX_SHORT, MAX_TITLE, REVIEW, STATE_NAMES, type VersionState } from "../model";
import type { leadPage } from "../pages.server";

type PageData = Awaited<ReturnType<typeof leadPage>>;

const SAID = {
  cloture: "La consultation est close. Le texte est de nouveau ouvert à l’écriture.",
  entete: "Le titre et la version abrégée sont enregistrés.",
};

/** The committee's side of the charter: to begin it, and to lead it on. */
export function LeadView({ page }: { page: PageData }) {
  const { underWay } = page;
  return (
    <>
      <PageHeader
        title="Mener la charte"
        back={{ to: "/comite", label: "Comité de travail" }}
        facts={underWay ? `Version ${underWay.number} · ${STATE_NAMES[underWay.state]}` : undefined}
        lead={underWay ? undefined : "Une version s’écrit avec tous les membres, passe devant les gestionnaires, puis s’ouvre au consentement."}
      />
      <Done sentences={SAID} />
      {underWay ? (
        <>
          <Steps state={underWay.state} reviewed={underWay.reviewed} />
          {underWay.state === "drafting" || underWay.state === "reviewing" ? <HeadForm page={page} /> : null}
        </>
      ) : (
        <BeginForm page={page} />
      )}
    </>
  );
}

/** The way of a version, along the thread: what is behind it, where it is, what comes. */
function Steps({ state, reviewed }: { state: VersionState; reviewed: boolean }) {
  const open = isOpenText(state);
  return (
    <Yarn>
      <YarnItem knot={open ? "loose" : "event"}>
        <YarnText title={<Link to={DRAFTING}>L’écrire ensemble</Link>} note={"L’atelier\u00a0: les articles, les propositions à répondre, les commentaires."} />
      </YarnItem>
      <YarnItem knot={state === "reviewing" ? "loose" : state === "drafting" ? "planned" : "event"}>
        <YarnText
          title={state === "drafting" ? <Link to="/comite/charte/examen">Demander l’examen des gestionnaires</Link> : <Link to={reviewed ? REVIEW : "/comite/charte/examen"}>L’examen des gestionnaires</Link>}
          note={state === "reviewing" ? "En cours. Rappels et suite sur sa page." : "Chaque organisation répond article par article. Seuls les articles changés reviennent."}
        />
      </YarnItem>
      <YarnItem knot={state === "consenting" ? "loose" : open ? "planned" : "event"}>
        <YarnText
          title={open ? <Link to="/comite/charte/consentement">Ouvrir le consentement</Link> : <Link to={CONSENT}>Le consentement</Link>}
          note={open ? "Le texte ne bouge plus, et chaque membre dit s’il y adhère." : state === "consenting" ? "En cours. On le clôt sur sa page." : "L’adoption et ses raisons."}
        />
      </YarnItem>
      <YarnItem knot={state === "adopted" ? "loose" : "planned"}>
        <YarnText title={<Link to="/comite/charte/publication">La publier, puis la signer</Link>} note="Une fois adoptée, elle entre en vigueur à sa publication." />
      </YarnItem>
    </Yarn>
  );
}

const FIRST = [
  { value: "modele", label: "Le modèle en 15 articles", hint: "Écrit au complet, en mots simples; ce qui est entre crochets est à remplir." },
  { value: "texte", label: "Un texte que vous avez déjà", hint: "Collez-le ci-dessous, même de Word. Les titres numérotés commencent les articles." },
  { value: "vide", label: "Une page blanche" },
];

function BeginForm({ page: { hasCurrent, head } }: { page: PageData }) {
  const problem = useProblem();
  const kept = problem?.values ?? {};
  const choices = hasCurrent ? [{ value: "suite", label: "Le texte en vigueur", hint: "Il reste en vigueur tel quel jusqu’à la publication de la nouvelle version." }] : FIRST;
  return (
    <Form method="post" action={COMMITTEE} className="form" noValidate>
      <FormKey name="charte" />
      <ProblemSummary problem={problem} />
      <TextField name="titre" label="Titre" defaultValue={kept.titre ?? head.title} error={problem?.fields?.titre} maxLength={MAX_TITLE} required />
      <RadioGroup name="depart" label="Par où commencer" choices={choices} defaultValue={kept.depart ?? choices[0]?.value} error={problem?.fields?.depart} required />
      {hasCurrent ? null : (
        <TextArea name="texte" label="Votre texte" labelAside="si vous en avez un" rows={8} maxLength={MAX_PASTED} defaultValue={kept.texte} error={problem?.fields?.texte} />
      )}
      <Button>{hasCurrent ? "Commencer une nouvelle version" : "Commencer la charte"}</Button>
    </Form>
  );
}

function HeadForm({ page: { head } }: { page: PageData }) {
  const problem = useProblem();
  const kept = problem?.values ?? {};
  const moved = problem?.code === "state.moved" ? problem.state : undefined;
  return (
    <section className="section" aria-labelledby="entete">
      <h2 id="entete">Le titre et la version abrégée</h2>
      <Form method="post" action="/comite/charte/entete" className="form" noValidate>
        <FormKey name={`entete-${moved ? "encore" : "un"}`} />
        <input type="hidden" name="marque" value={String(moved?.mark ?? head.mark)} />
        {moved ? (
          <Notice tone="honey" title="Une autre personne vient de changer ceci" role="alert">
            <p>Ce qui est enregistré maintenant{"\u00a0"}: «{"\u00a0"}{String(moved.title)}{"\u00a0"}»</p>
            <blockquote className="redline">{String(moved.short)}</blockquote>
            <p>Ce que vous avez écrit est conservé ci-dessous. Enregistrer le mettra à la place.</p>
          </Notice>
        ) : (
          <ProblemSummary problem={problem} />
        )}
        <TextField name="titre" label="Titre" defaultValue={kept.titre ?? head.title} error={problem?.fields?.titre} maxLength={MAX_TITLE} required />
        <TextArea
          name="abrege"
          label="Version abrégée"
          labelAside="une page"
          hint={"L’essentiel pour qui a une minute. Elle n’engage pas\u00a0: seul le texte complet est signé."}
          rows={12}
          maxLength={MAX_SHORT}
          defaultValue={kept.abrege ?? head.short}
          error={problem?.fields?.abrege}
        />
        <Button look="plain">Enregistrer</Button>
      </Form>
    </section>
  );
}
