import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import { articlePath, proposalPath } from "../model";
import type { openReviewPage, reviewPage } from "../review/pages.server";
import { Moved } from "./moved-note";

type PageData = Awaited<ReturnType<typeof reviewPage>>;

const SAID = { ouverture: "La version est devant les gestionnaires. Chacune et chacun en est averti.", rappel: "Un rappel est envoyé à qui n’a pas tout répondu, et à personne d’autre." };

/** The managers' review, as everyone sees it: how far it is, and what organisations asked for. */
export function ReviewView({ page: { number, open, deadline, progress, mine, said, scans, committee, stamp } }: { page: PageData }) {
  return (
    <>
      <PageHeader
        title="L’examen des gestionnaires"
        back={{ to: "/charte/redaction", label: "L’atelier de la charte" }}
        facts={open ? `Version ${number} · jusqu’au ${deadline}` : `Version ${number} · examen terminé`}
        lead={`${progress}.`}
      />
      <Done sentences={SAID} />
      <Moved key={stamp} stamp={stamp} here="/charte/gestionnaires" />
      {mine.length > 0 ? (
        <section aria-labelledby="vous">
          <h2 id="vous">Ce qui vous attend</h2>
          <Yarn>
            {mine.map(({ id, name, to, waits }) => (
              <YarnItem key={id} knot={waits === "Tout est répondu" ? "event" : "loose"}>
                <YarnText title={<Link to={to}>{name}</Link>} note={waits} />
              </YarnItem>
            ))}
          </Yarn>
        </section>
      ) : null}
      <section className="section" aria-labelledby="demandes">
        <h2 id="demandes">Réserves et changements demandés</h2>
        {said.length === 0 ? <p className="soft">Aucune réserve, aucun changement demandé.</p> : null}
        {said.map((organisation) => (
          <div key={organisation.id} className="section">
            <h3>{organisation.name}</h3>
            <Yarn>
              {organisation.said.map((one) => (
                <YarnItem key={one.key} knot={one.answer === "change" && one.current ? "loose" : "event"}>
                  <p className="yarn-title">
                    <Link to={articlePath(one.articleId)}>{one.title}</Link>
                  </p>
                  <p>
                    <Tag tone={one.answer === "change" ? "honey" : "slate"}>{one.answerName}</Tag> {one.note}
                  </p>
                  <p className="yarn-note">
                    {one.by}
                    {one.current ? "" : ", sur une formulation précédente"}
                    {one.proposalId ? (
                      <>
                        {" · "}
                        <Link to={proposalPath(one.proposalId)}>La formulation demandée</Link>
                      </>
                    ) : null}
                  </p>
                </YarnItem>
              ))}
            </Yarn>
          </div>
        ))}
      </section>
      {committee && open ? (
        <section className="section screen-only" aria-labelledby="mener">
          <h2 id="mener">Mener l’examen</h2>
          {scans.length > 0 ? (
            <ul>
              {scans.map(({ key, of, document, to }) => (
                <li key={key}>
                  {of}, d’après <a href={to}>{document}</a>
                </li>
              ))}
            </ul>
          ) : null}
          <div className="row">
            <Form method="post" action="/comite/charte/examen/rappel">
              <FormKey name="rappel" />
              <Button look="plain">Rappeler à qui n’a pas tout répondu</Button>
            </Form>
            <Form method="post" action="/comite/charte/examen/fin">
              <FormKey name="fin" />
              <Button look="plain">Terminer l’examen</Button>
            </Form>
          </div>
          <p className="soft">Le texte reste ouvert aux propositions. Vous pourrez ensuite ouvrir le consentement.</p>
        </section>
      ) : null}
    </>
  );
}

/** Where the committee puts the version before the managers. */
export function OpenReviewView({ page: { number, state } }: { page: Awaited<ReturnType<typeof openReviewPage>> }) {
  const problem = useProblem();
  return (
    <>
      <PageHeader title="Demander l’examen des gestionnaires" back={{ to: "/comite/charte", label: "Mener la charte" }} facts={`Version ${number}`} lead="Chaque gestionnaire répond article par article, pour son organisation. Ce qu’on change ensuite ne revient que pour les articles changés." />
      {state === "reviewing" ? (
        <Notice tone="slate" title="L’examen est déjà ouvert">
          <p>Vous pouvez lui donner une autre date.</p>
        </Notice>
      ) : null}
      <Form method="post" action="/comite/charte/examen" className="form" noValidate>
        <FormKey name="examen" />
        <ProblemSummary problem={problem} />
        <TextField name="date" type="date" label="Répondre au plus tard le" short defaultValue={problem?.values?.date} error={problem?.fields?.date} required />
        <Button>Soumettre aux gestionnaires</Button>
      </Form>
    </>
  );
}
