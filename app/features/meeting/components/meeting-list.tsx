import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { listPage, ShownMeeting } from "../pages.server";
import { knotOf, MeetingTag } from "./meeting-tags";
import { Moved } from "./moved-note";
import { SittingLine } from "./sitting-line";

/** The meetings: what comes, then what has been, on one thread. What other features ask about dates stands between them. */
export function MeetingList({ list, children }: { list: Awaited<ReturnType<typeof listPage>>; children?: ReactNode }) {
  const { coming, past, older, first, month, committee, stamp } = list;
  const nothing = coming.length + past.length === 0;
  const plan = committee ? (
    <ButtonLink look={nothing ? "main" : "plain"} to="/comite/moments">
      La saison du comité
    </ButtonLink>
  ) : null;
  return (
    <>
      <PageHeader
        title="Moments d’échange"
        lead={first ? "Deux heures ensemble, autour d’un sujet qui compte pour tous les milieux." : undefined}
        action={nothing ? null : plan}
        tied={!nothing && !first}
        {...(first ? {} : { back: { to: "/moments", label: "À venir" } })}
      />
      <Moved key={stamp} id={0} stamp={stamp} here="/moments" />
      {nothing ? <EmptyState act={plan}>C’est ici que paraîtront les Moments d’échange{"\u00a0"}: leurs dates, leurs lieux, leur ordre du jour. Aucun n’est encore ouvert.</EmptyState> : null}
      {first && !nothing ? (
        <section aria-labelledby="a-venir">
          <h2 id="a-venir">À venir</h2>
          {coming.length === 0 ? <p className="soft">Aucune date n’est encore annoncée.</p> : null}
          <MeetingYarn meetings={coming} committee={committee} continues={past.length > 0} />
          <p className="row">
            <Link to={month}>Voir le calendrier du mois</Link>
            <Link to="/moments/responsables">À tour de rôle</Link>
          </p>
        </section>
      ) : null}
      {first ? children : null}
      {past.length > 0 ? (
        <section className={first ? "section" : undefined} aria-labelledby="passes">
          <h2 id="passes" className={first ? undefined : "visually-hidden"}>
            Passés
          </h2>
          <MeetingYarn meetings={past} committee={committee} continues={older !== null} />
        </section>
      ) : null}
      <Pager label="Autres Moments d’échange" {...(older ? { older: { to: older, label: "Plus anciens" } } : {})} />
    </>
  );
}

function MeetingYarn({ meetings, committee, continues }: { meetings: readonly ShownMeeting[]; committee: boolean; continues: boolean }) {
  if (meetings.length === 0) return null;
  return (
    <Yarn continues={continues}>
      {meetings.map(({ id, title, state, topics, sittings }) => (
        <YarnItem key={id} knot={knotOf(state)}>
          <p className="yarn-title">
            <Link to={`/moments/${id}`}>{title}</Link> {state === "open" ? null : <MeetingTag state={state} />}
          </p>
          {sittings.map((sitting) => (
            <SittingLine key={sitting.id} sitting={sitting} committee={committee} said={state === sitting.state} />
          ))}
          {topics.length > 0 ? <p className="yarn-note">{topics.join(", ")}</p> : null}
        </YarnItem>
      ))}
    </Yarn>
  );
}
