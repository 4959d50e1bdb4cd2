import { Link } from "@remix-run/react";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem } from "~/ui/yarn";
import { DESK, resultsPath, SURVEYS, surveyPath } from "../model";
import type { listPage } from "../pages.server";
import { Moved } from "./moved-note";
import { knotOf, promiseName } from "./survey-tags";

type ListData = Awaited<ReturnType<typeof listPage>>;

/** The surveys: those that wait for answers, then those whose results can be read. */
export function SurveyList({ list: { first, open, closed, older, committee, stamp } }: { list: ListData }) {
  const nothing = first && open.length + closed.length === 0;
  const desk = committee ? (
    <ButtonLink look={nothing ? "main" : "plain"} to={DESK}>
      Les sondages du comité
    </ButtonLink>
  ) : null;
  return (
    <>
      <PageHeader title="Sondages" lead="De quoi parlerons-nous? Vos réponses décident de la suite." action={nothing ? null : desk} />
      <Moved key={stamp} id={0} stamp={stamp} here="/sondages" />
      {nothing ? <EmptyState act={desk}>C’est ici que la communauté dit ce qui l’intéresse, et lit ce qu’elle en a dit. Aucun sondage n’est encore ouvert.</EmptyState> : null}
      {open.length > 0 ? (
        <section aria-labelledby="ouverts">
          <h2 id="ouverts">Ouverts</h2>
          <Lines surveys={open} />
        </section>
      ) : null}
      {closed.length > 0 ? (
        <section className={open.length > 0 ? "section" : undefined} aria-labelledby="clos">
          <h2 id="clos">{first ? "Clos" : "Clos, plus anciens"}</h2>
          <Lines surveys={closed} />
        </section>
      ) : null}
      <Pager label="Autres sondages" {...(older ? { older: { to: older, label: "Plus anciens" } } : {})} {...(first ? {} : { newer: { to: SURVEYS, label: "Les plus récents" } })} />
    </>
  );
}

function Lines({ surveys }: { surveys: ListData["open"] }) {
  return (
    <Yarn>
      {surveys.map(({ id, title, promise, state, when, answered, waits }) => (
        <YarnItem key={id} knot={waits ? "loose" : state === "open" ? "event" : knotOf(state)}>
          <p className="yarn-title">
            <Link to={state === "closed" ? resultsPath(id) : surveyPath(id)}>{title}</Link> <OwnPart waits={waits} answered={answered} />
          </p>
          <p className="yarn-note">
            {promiseName(promise)} · {when}
          </p>
        </YarnItem>
      ))}
    </Yarn>
  );
}

function OwnPart({ waits, answered }: { waits: boolean; answered: boolean }) {
  if (waits) return <Tag tone="honey">À vous de répondre</Tag>;
  return answered ? <Tag tone="moss">Vous avez répondu</Tag> : null;
}
