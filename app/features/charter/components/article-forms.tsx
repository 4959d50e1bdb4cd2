import { Form } from "@remix-run/react";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import type { Piece } from "~/features/message/model";
import { Redline } from "~/features/message/components/redline";
import { FormKey } from "~/features/shell/components/form-key";
import type { Problem } from "~/kit/errors";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { Disclosure } from "~/ui/disclosure";
import { TextArea, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { articlePath, MATTER_NAMES, MAX_TITLE } from "../model";
import type { editPage, proposePage } from "../article/pages.server";
import { SpokenFor } from "./comment-form";

const MATTERS = Object.entries(MATTER_NAMES).map(([value, label]) => ({ value, label }));
const MARKS = "**gras**, *italique*, une ligne qui commence par - ou 1. pour une liste.";

/** Two people at once: the text now, one's own against it, and both brought together to go on from. */
function Meanwhile({ problem, mine }: { problem: Problem; mine: string | undefined }) {
  const state = problem.state ?? {};
  const pieces = typeof state.pieces === "string" ? (JSON.parse(state.pieces) as Piece[]) : null;
  return (
    <Notice tone="honey" title="Cet article a changé pendant que vous écriviez" role="alert">
      <p>
        Votre texte n’est pas encore enregistré, et rien n’en est perdu.{" "}
        {state.merged === undefined
          ? "Voici le texte de la charte maintenant. Le vôtre est conservé ci-dessous."
          : state.clean === "oui"
            ? "Les deux changements se complètent\u00a0: la boîte ci-dessous les réunit. Relisez-la, puis enregistrez."
            : "La boîte ci-dessous les réunit. Là où vous avez changé les mêmes mots, les deux formulations y sont, entre ⟦ et ⟧\u00a0: gardez la bonne."}
      </p>
      <Disclosure summary="Le texte de la charte maintenant">
        <div className="redline">{String(state.body ?? "")}</div>
      </Disclosure>
      {pieces ? (
        <Disclosure summary="Ce qui vous en sépare">
          <Redline pieces={pieces} />
        </Disclosure>
      ) : null}
      <Disclosure summary="Votre texte, tel que vous l’avez écrit">
        <div className="redline">{mine}</div>
      </Disclosure>
    </Notice>
  );
}

type ArticleFormProps = { page: Awaited<ReturnType<typeof editPage>> | null };

/** The drafting group's form: an article to be changed, or a new one. */
export function ArticleForm({ page }: ArticleFormProps) {
  const problem = useProblem();
  const kept = problem?.values ?? {};
  const moved = problem?.code === "article.moved" ? problem : undefined;
  const back = page ? articlePath(page.id) : "/charte/redaction";
  return (
    <>
      <PageHeader title={page ? `Modifier «\u00a0${page.title}\u00a0»` : "Un nouvel article"} back={{ to: back, label: page ? "L’article" : "L’atelier de la charte" }} />
      <Form method="post" action={page ? `${back}/modification` : "/charte/articles/nouveau"} className="form wide-form" noValidate>
        <FormKey name={`article-${String(moved?.state?.version ?? page?.version ?? "nouveau")}`} />
        {page ? <input type="hidden" name="version" value={String(moved?.state?.version ?? kept.version ?? page.version)} /> : null}
        {moved ? <Meanwhile problem={moved} mine={kept.texte} /> : <ProblemSummary problem={problem} />}
        <TextField name="titre" label="Titre" defaultValue={kept.titre ?? page?.title} error={problem?.fields?.titre} maxLength={MAX_TITLE} required />
        <RadioGroup
          name="portee"
          label="De quoi parle l’article"
          hint={"Un changement aux engagements ou à la confidentialité ne peut pas être «\u00a0de forme\u00a0» sans une deuxième personne du comité."}
          choices={MATTERS}
          defaultValue={kept.portee ?? page?.matter ?? "general"}
          error={problem?.fields?.portee}
        />
        <TextArea name="texte" label="Texte" hint={MARKS} rows={18} defaultValue={String(moved?.state?.merged ?? kept.texte ?? page?.body ?? "")} key={moved ? "merged" : "own"} error={problem?.fields?.texte} required />
        <Acts>
          <Button>{page ? "Enregistrer le texte" : "Ajouter l’article"}</Button>
          <ButtonLink look="quiet" to={back}>
            Annuler
          </ButtonLink>
        </Acts>
      </Form>
    </>
  );
}

/** A copy of the article, to be changed into what one would rather read. */
export function ProposalForm({ page }: { page: Awaited<ReturnType<typeof proposePage>> }) {
  const { id, title, body, version, committee } = page;
  const problem = useProblem();
  const kept = problem?.values ?? {};
  const moved = problem?.code === "article.moved" ? problem : undefined;
  return (
    <>
      <PageHeader
        title="Proposer une autre formulation"
        back={{ to: articlePath(id), label: title }}
        lead={"Voici une copie de l’article. Changez-y ce que vous voulez\u00a0: la différence se verra d’elle-même."}
      />
      <Form method="post" action={`${articlePath(id)}/proposition`} className="form wide-form" noValidate>
        <FormKey name={`proposition-${String(moved?.state?.version ?? version)}`} />
        <input type="hidden" name="version" value={String(moved?.state?.version ?? kept.version ?? version)} />
        {moved ? <Meanwhile problem={moved} mine={kept.texte} /> : <ProblemSummary problem={problem} />}
        <TextArea name="texte" label="Le texte que vous proposez" hint={MARKS} rows={16} defaultValue={kept.texte ?? body} error={problem?.fields?.texte} required />
        <TextArea name="raison" label="Pourquoi" labelAside="facultatif" rows={3} maxLength={2_000} defaultValue={kept.raison} error={problem?.fields?.raison} />
        {committee ? <SpokenFor kept={kept} error={problem?.fields?.nom} /> : null}
        <Acts>
          <Button>Proposer</Button>
          <ButtonLink look="quiet" to={articlePath(id)}>
            Annuler
          </ButtonLink>
        </Acts>
      </Form>
    </>
  );
}

/** Two boxes: what stays, and what becomes an article of its own. */
export function SplitForm({ page: { id, title, body, version } }: { page: Awaited<ReturnType<typeof editPage>> }) {
  const problem = useProblem();
  const kept = problem?.values ?? {};
  const moved = problem?.code === "article.moved" ? problem : undefined;
  const parts = body.split("\n\n");
  const middle = Math.ceil(parts.length / 2);
  return (
    <>
      <PageHeader title={`Diviser «\u00a0${title}\u00a0»`} back={{ to: articlePath(id), label: "L’article" }} lead="Le deuxième article vient après le premier. Ce qu’on en disait va où sont ses mots." />
      <Form method="post" action={`${articlePath(id)}/division`} className="form wide-form" noValidate>
        <FormKey name={`division-${String(moved?.state?.version ?? version)}`} />
        <input type="hidden" name="version" value={String(moved?.state?.version ?? version)} />
        {moved ? <Meanwhile problem={{ ...moved, state: { body: String(moved.state?.body ?? "") } }} mine={[kept.texte, kept.texte2].join("\n\n")} /> : <ProblemSummary problem={problem} />}
        <TextArea name="texte" label={`Ce qui reste dans «\u00a0${title}\u00a0»`} rows={9} defaultValue={kept.texte ?? parts.slice(0, middle).join("\n\n")} error={problem?.fields?.texte} required />
        <TextField name="titre2" label="Titre du deuxième article" defaultValue={kept.titre2} error={problem?.fields?.titre2} maxLength={MAX_TITLE} required />
        <TextArea name="texte2" label="Texte du deuxième article" rows={9} defaultValue={kept.texte2 ?? parts.slice(middle).join("\n\n")} error={problem?.fields?.texte2} required />
        <Acts>
          <Button>Diviser</Button>
          <ButtonLink look="quiet" to={articlePath(id)}>
            Annuler
          </ButtonLink>
        </Acts>
      </Form>
    </>
  );
}

