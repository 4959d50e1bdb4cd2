import { Link } from "@remix-run/react";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { seasonPage } from "../calendar.server";
import type { ShownMeeting } from "../pages.server";
import { knotOf, MeetingTag, SittingTag } from "./meeting-tags";
import { whereOf } from "../sitting/model";
import { When } from "./sitting-line";

/** A season on one thread: what is held, what is planned, what waits for a date or a word. */
export function SeasonView({ season }: { season: Awaited<ReturnType<typeof seasonPage>> }) {
  const { name, dated, ideas, previous, next } = season;
  const plan = <ButtonLink to="/comite/moments/nouveau">Planifier un Moment d’échange</ButtonLink>;
  const nothing = dated.length + ideas.length === 0;
  return (
    <>
      <PageHeader title={`Saison ${name}`} back={{ to: "/comite", label: "Comité" }} action={nothing ? null : plan} tied={dated.length > 0} />
      {nothing ? <EmptyState act={plan}>Les Moments d’échange de la saison se suivront ici, sur un seul fil, des ébauches jusqu’aux rencontres tenues.</EmptyState> : null}
      {dated.length > 0 ? (
        <Yarn>
          {dated.map((meeting) => (
            <SeasonItem key={meeting.id} meeting={meeting} />
          ))}
        </Yarn>
      ) : null}
      {ideas.length > 0 ? (
        <section className="section" aria-labelledby="sans-date">
          <h2 id="sans-date">Sans date encore</h2>
          <Yarn>
            {ideas.map(({ id, title, topics }) => (
              <YarnItem key={id} knot="loose">
                <p className="yarn-title">
                  <Link to={`/comite/moments/${id}`}>{title}</Link>
                </p>
                <p className="yarn-note">{topics.length > 0 ? topics.join(", ") : "Ébauche, visible du comité seulement"}</p>
              </YarnItem>
            ))}
          </Yarn>
        </section>
      ) : null}
      <p className="row section">
        <Link to="/comite/poles">Les pôles</Link>
      </p>
      <Pager label="Autres saisons" older={previous} newer={next} />
    </>
  );
}

function SeasonItem({ meeting: { id, title, state, sittings } }: { meeting: ShownMeeting }) {
  return (
    <YarnItem knot={knotOf(state)}>
      <p className="yarn-title">
        <Link to={`/comite/moments/${id}`}>{title}</Link> <MeetingTag state={state} />
      </p>
      <ul className="plain-list" role="list">
        {sittings.map((sitting) => (
          <li key={sitting.id} className="yarn-note">
            {sitting.pole ? <b>{sitting.pole} · </b> : null}
            <When sitting={sitting} short /> · {whereOf(sitting)} {state === sitting.state ? null : <SittingTag state={sitting.state} unsaid={sitting.unsaid} />}
          </li>
        ))}
      </ul>
    </YarnItem>
  );
}
