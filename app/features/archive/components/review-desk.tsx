import { Form } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Acts, Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FieldError, TextField } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Tag } from "~/ui/tag";
import { REVIEW } from "../model";
import type { reviewPage } from "../pages.server";
import { ArchiveBody } from "./archive-text";

type Page = Awaited<ReturnType<typeof reviewPage>>;

const SAID = {
  accepte: "Ces textes sont relus\u00a0: la recherche les trouve à présent.",
  laisse: "Ces textes sont laissés de côté.",
  confirmer: "C’est confirmé\u00a0: ces textes portent son nom.",
  refuser: "La demande est refusée. Rien n’a changé.",
};

/** What the committee has to do about the archive. */
export function ReviewDesk({ page: { waiting, claims } }: { page: Page }) {
  return (
    <>
      <PageHeader title="L’archive du groupe Facebook" lead="Ce que des membres ont apporté se lit déjà; la recherche ne le trouve qu’une fois relu." back={{ to: "/comite", label: "Comité" }} />
      <Done sentences={SAID} />
      {claims.length > 0 ? <Claims claims={claims} /> : null}
      {waiting.length > 0 ? <Waiting texts={waiting} /> : null}
      {waiting.length + claims.length === 0 ? <EmptyState>Rien n’attend le comité. Ce que des membres apportent du groupe Facebook se relit ici.</EmptyState> : null}
    </>
  );
}

function Waiting({ texts }: { texts: Page["waiting"] }) {
  const problem = useProblem();
  return (
    <section className="section" aria-labelledby="a-relire">
      <h2 id="a-relire">À relire</h2>
      <Form method="post" action={REVIEW} noValidate>
        <FormKey name="relecture" />
        <ProblemSummary problem={problem} />
        {problem?.fields?.coche ? <FieldError id="field-coche-error">{problem.fields.coche}</FieldError> : null}
        <ul className="archive-picks" role="list">
          {texts.map(({ id, kind, when, who, by, body, to }, index) => {
            const box = index === 0 ? "field-coche" : `coche-${id}`;
            return (
              <li className="archive-pick" key={id}>
                <input type="hidden" name="montres" value={id} />
                <div className="choice">
                  <input type="checkbox" name="coche" id={box} value={id} />
                  <span>
                    <label htmlFor={box}>
                      {kind === "post" ? "Publication" : "Commentaire"} du {when}
                    </label>
                    <span className="choice-hint">
                      {who}
                      {by ? `, apporté par ${by}` : ""}. <a href={to}>Voir autour<span className="visually-hidden"> du texte du {when}</span></a>
                    </span>
                  </span>
                </div>
                <div className="archive-pick-text">
                  <ArchiveBody body={body} />
                </div>
              </li>
            );
          })}
        </ul>
        <TextField name="raison" label="Raison de laisser de côté" labelAside="(facultatif)" hint="La personne qui a apporté le texte la lira." maxLength={500} defaultValue={problem?.values?.raison} error={problem?.fields?.raison} />
        <Acts>
          <Button name="acte" value="tout">
            {texts.length > 1 ? `Accepter ces ${texts.length} textes` : "Accepter ce texte"}
          </Button>
          <Button look="plain" name="acte" value="accepter">
            Accepter les textes cochés
          </Button>
          <Button look="plain" name="acte" value="laisser">
            Laisser de côté les textes cochés
          </Button>
        </Acts>
      </Form>
    </section>
  );
}

function Claims({ claims }: { claims: Page["claims"] }) {
  return (
    <section className="section" aria-labelledby="c-est-moi">
      <h2 id="c-est-moi">«{"\u00a0"}C’est moi{"\u00a0"}»</h2>
      <ul className="archive-picks" role="list">
        {claims.map(({ id, name, when, others, same, body, to }) => (
          <li className="archive-pick" key={id}>
            <p>
              <strong>{name}</strong> dit avoir écrit <a href={to}>le texte du {when}</a>
              {others ? `, et donc ${others} de la même personne` : ""}. {same ? <Tag tone="moss">Dans l’archive, l’auteur porte ce nom</Tag> : <Tag tone="honey">Le nom n’est pas celui de l’archive</Tag>}
            </p>
            <ArchiveBody body={body} />
            <Form method="post" action={`${REVIEW}/revendications`}>
              <FormKey name={`revendication-${id}`} />
              <input type="hidden" name="revendication" value={id} />
              <Acts>
                <Button look="plain" name="decision" value="confirmer">
                  Confirmer<span className="visually-hidden"> que {name} a écrit le texte du {when}</span>
                </Button>
                <Button look="quiet" name="decision" value="refuser">
                  Refuser<span className="visually-hidden"> à {name} le texte du {when}</span>
                </Button>
              </Acts>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
