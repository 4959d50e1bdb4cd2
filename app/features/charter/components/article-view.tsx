import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { FormKey } from "~/features/shell/components/form-key";
import { ReportLink } from "~/features/shell/components/report-link";
import { Button, ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Prose } from "~/ui/prose";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem } from "~/ui/yarn";
import { articlePath } from "../model";
import type { articlePage } from "../article/pages.server";
import { CommentForm } from "./comment-form";
import { Moved } from "./moved-note";
import { ProposalTag } from "./proposal-view";

type PageData = Awaited<ReturnType<typeof articlePage>>;

const SAID = {
  commentaire: "Votre commentaire est publié.",
  regle: "Le commentaire est marqué comme réglé.",
  texte: "Le nouveau texte est enregistré. Ce qu’on en disait a suivi.",
  place: "L’article a changé de place.",
  division: "L’article est divisé en deux. Ce qu’on en disait est allé où sont ses mots.",
  reunion: "Les deux articles sont réunis, avec tout ce qu’on en disait.",
  ajout: "L’article est ajouté.",
};

/** One article: its text, what is proposed instead, what is said of it. */
export function ArticleView({ page }: { page: PageData }) {
  const { id, position, title, html, open, mergedInto, previous, next, proposals, comments, settled, drafter, mayWrite, stamp } = page;
  const here = articlePath(id);
  return (
    <>
      <PageHeader
        title={position === null ? title : `${position}. ${title}`}
        reading
        back={{ to: "/charte/redaction", label: "L’atelier de la charte" }}
        action={open && mayWrite ? <ButtonLink to={`${here}/proposition`}>Proposer une autre formulation</ButtonLink> : null}
      />
      <Done sentences={SAID} />
      <Moved key={stamp} stamp={stamp} here={here} />
      {position === null ? (
        <Notice tone="slate" title={mergedInto ? "Cet article est joint à un autre" : "Cet article n’est plus dans la charte"}>
          <p>{mergedInto ? <Link to={articlePath(mergedInto.id)}>{mergedInto.title}</Link> : "Ce qu’on en a dit reste ici."}</p>
        </Notice>
      ) : null}
      <div id="texte-article">
        <Prose html={html} reading />
      </div>
      {open ? (
        <p className="page-note screen-only">
          <ReportLink of="article" id={id} />
        </p>
      ) : null}
      {drafter && open ? <DraftingActs page={page} /> : null}
      <section className="section" aria-labelledby="propositions">
        <h2 id="propositions">Ce qui est proposé</h2>
        {proposals.length === 0 ? <p className="soft">Aucune autre formulation n’est proposée.</p> : null}
        <Yarn>
          {proposals.map((proposal) => (
            <YarnItem key={proposal.id} knot={proposal.state === "open" ? "loose" : "event"}>
              <p className="yarn-title">
                <Link to={proposal.to}>{proposal.phrases[0] ?? "Une autre formulation"}</Link>
              </p>
              {proposal.phrases.slice(1).map((phrase) => (
                <p key={phrase}>{phrase}</p>
              ))}
              <p className="yarn-note row">
                <ProposalTag state={proposal.state} adrift={proposal.adrift}>
                  {proposal.stateName}
                </ProposalTag>
                <span>{[proposal.by.name, proposal.askedFor ? `pour ${proposal.askedFor}` : proposal.by.note, proposal.at].filter(Boolean).join(", ")}</span>
                {proposal.voices ? <span>{proposal.voices}</span> : null}
              </p>
            </YarnItem>
          ))}
        </Yarn>
      </section>
      <section className="section" aria-labelledby="commentaires">
        <h2 id="commentaires">Ce qu’on en dit</h2>
        {comments.length === 0 ? <p className="soft">Aucun commentaire n’attend.</p> : null}
        <Comments comments={comments} />
        {open && mayWrite ? <CommentForm page={page} /> : null}
        {settled.length > 0 ? (
          <Disclosure summary={`Commentaires réglés (${settled.length})`}>
            <Comments comments={settled} />
          </Disclosure>
        ) : null}
      </section>
      <nav className="row section screen-only" aria-label="Autres articles">
        {previous ? <Link to={articlePath(previous.id)}>Précédent{"\u00a0"}: {previous.title}</Link> : null}
        {next ? <Link to={articlePath(next.id)}>Suivant{"\u00a0"}: {next.title}</Link> : null}
      </nav>
    </>
  );
}

function Comments({ comments }: { comments: PageData["comments"] }) {
  return (
    <Yarn>
      {comments.map(({ id, by, html, quote, adrift, at, settledBy, maySettle }) => (
        <YarnItem key={id} id={`commentaire-${id}`}>
          <p className="yarn-note">{[by.name, by.note, at].filter(Boolean).join(", ")}</p>
          {quote ? (
            <p className="passage">
              <span className="visually-hidden">Passage visé{"\u00a0"}: </span>«{"\u00a0"}{quote}{"\u00a0"}»
            </p>
          ) : null}
          {adrift ? (
            <p>
              <Tag tone="honey">À revoir</Tag> <span className="soft">Ces mots ne sont plus dans l’article.</span>
            </p>
          ) : null}
          <Prose html={html} />
          <p className="yarn-note">
            {settledBy ? `Réglé par ${settledBy} · ` : null}
            <ReportLink of="commentaire" id={id} which={`, commentaire de ${by.name}`} />
          </p>
          {maySettle ? (
            <Form method="post" action={`/charte/commentaires/${id}/reglement`} preventScrollReset>
              <FormKey name={`regle-${id}`} />
              <Button look="quiet" small>
                Marquer comme réglé<span className="visually-hidden">, le commentaire de {by.name}</span>
              </Button>
            </Form>
          ) : null}
        </YarnItem>
      ))}
    </Yarn>
  );
}

/** What the drafting group can do with an article besides answering. */
function DraftingActs({ page: { id, first, final } }: { page: PageData }) {
  const here = articlePath(id);
  const act = (name: string, path: string, label: string, extra?: { name: string; value: string }) => (
    <Form method="post" action={`${here}/${path}`}>
      <FormKey name={`${name}-${id}`} />
      {extra ? <input type="hidden" {...extra} /> : null}
      <Button look="plain" small>
        {label}
      </Button>
    </Form>
  );
  return (
    <div className="drafting-acts screen-only">
      <ButtonLink look="plain" small to={`${here}/modification`}>
        Modifier le texte
      </ButtonLink>
      <Disclosure summary="Déplacer, diviser, joindre, retirer">
        <div className="row">
          {first ? null : act("haut", "deplacement", "Monter d’une place", { name: "sens", value: "haut" })}
          {final ? null : act("bas", "deplacement", "Descendre d’une place", { name: "sens", value: "bas" })}
          <ButtonLink look="plain" small to={`${here}/division`}>
            Diviser en deux
          </ButtonLink>
          {first ? null : act("joindre", "reunion", "Joindre à l’article précédent")}
          {act("retirer", "retrait", "Retirer de la charte")}
        </div>
        <p className="soft">Les propositions et les commentaires suivent leurs mots. Rien n’est perdu.</p>
      </Disclosure>
    </div>
  );
}
