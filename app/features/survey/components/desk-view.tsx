import { Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { deskPage } from "../build-pages.server";
import { DESK } from "../model";
import { knotOf, promiseName, StateTag } from "./survey-tags";

/** The committee's surveys, and what a new one can begin with. */
export function DeskView({ desk: { first, surveys, older, templates } }: { desk: Awaited<ReturnType<typeof deskPage>> }) {
  return (
    <>
      <PageHeader title="Les sondages du comité" lead="Demander, lire, et dire ce qu’on en fera." back={{ to: "/comite", label: "Comité" }} />
      <Done sentences={{ retrait: "L’ébauche est retirée." }} />
      {first ? (
        <section aria-labelledby="nouveau">
          <h2 id="nouveau">Commencer un sondage</h2>
          <ul className="survey-templates" role="list">
            {templates.map(({ name, label, note }) => (
              <li key={name}>
                <Link to={`${DESK}/nouveau?modele=${name}`}>{label}</Link>
                <p className="soft">{note}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="section" aria-labelledby="sondages">
        <h2 id="sondages">{first ? "Vos sondages" : "Vos sondages clos, plus anciens"}</h2>
        {surveys.length === 0 ? <EmptyState>Les sondages que vous préparez paraîtront ici.</EmptyState> : null}
        <Yarn>
          {surveys.map(({ id, title, promise, state, when }) => (
            <YarnItem key={id} knot={knotOf(state)} id={`sondage-${id}`}>
              <p className="yarn-title">
                <Link to={`${DESK}/${id}`}>{title}</Link> <StateTag state={state} />
              </p>
              <p className="yarn-note">
                {promiseName(promise)} · {when}
              </p>
            </YarnItem>
          ))}
        </Yarn>
      </section>
      <Pager label="Autres sondages" {...(older ? { older: { to: older, label: "Plus anciens" } } : {})} {...(first ? {} : { newer: { to: DESK, label: "Les plus récents" } })} />
    </>
  );
}
