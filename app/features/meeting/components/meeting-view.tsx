import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Done } from "~/features/community/components/done";
import { ReportLink } from "~/features/shell/components/report-link";
import { ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { Prose } from "~/ui/prose";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { meetingPage } from "../pages.server";
import { knotOf, MeetingTag, SittingTag } from "./meeting-tags";
import { Moved } from "./moved-note";
import { whereOf } from "../sitting/model";
import { When } from "./sitting-line";

type PageData = Awaited<ReturnType<typeof meetingPage>>;

const SAID = {
  ouverture: "Ce Moment d’échange est ouvert à toute la communauté, et sa discussion est commencée.",
  annulation: "L’annulation est inscrite, avec sa raison.",
  report: "Le report est inscrit, avec sa raison. Donnez une nouvelle date quand vous la connaîtrez.",
  tenue: "C’est noté\u00a0: cette rencontre a eu lieu.",
};

/** Where one answers: what the last answer did, what stands under each date, and under all of them. */
export type Answering = { said: ReactNode; under: (sittingId: number) => ReactNode; after: ReactNode };

/** One meeting: when and where, what for, with whom. What other features know of it stands after its dates. */
export function MeetingView({ meeting, answering, children }: { meeting: PageData; answering?: Answering | undefined; children?: ReactNode }) {
  const { id, title, state, topics, objectivesHtml, questionHtml, stamp, mayPlan } = meeting;
  return (
    <>
      <PageHeader
        title={title}
        back={{ to: "/moments", label: "Moments d’échange" }}
        facts={
          <span className="row">
            <MeetingTag state={state} />
            {topics.length > 0 ? <span>{topics.join(", ")}</span> : null}
          </span>
        }
        action={mayPlan ? <ButtonLink look="plain" to={`/comite/moments/${id}`}>Préparer et modifier</ButtonLink> : null}
      />
      <Done sentences={SAID} />
      <Moved key={stamp} id={id} stamp={stamp} here={`/moments/${id}`} />
      {answering?.said}
      <Sittings meeting={meeting} answering={answering} />
      {children}
      {objectivesHtml ? (
        <section className="section" aria-labelledby="objectifs">
          <h2 id="objectifs">Ce que l’on vise</h2>
          <Prose html={objectivesHtml} />
        </section>
      ) : null}
      {questionHtml ? (
        <section className="section" aria-labelledby="preparation">
          <h2 id="preparation">Pour s’y préparer</h2>
          <Prose html={questionHtml} reading />
        </section>
      ) : null}
      <Agenda meeting={meeting} />
      <Speakers meeting={meeting} />
      {meeting.thread ? (
        <section className="section screen-only" aria-labelledby="discussion">
          <h2 id="discussion">La discussion</h2>
          <p>Avant, pour se préparer; après, pour y revenir.</p>
          <p className="yarn-title">
            <Link to={meeting.thread.to}>Ouvrir la discussion</Link> <span className="soft">({meeting.thread.messages})</span>
          </p>
        </section>
      ) : null}
      {state === "draft" ? null : (
        <p className="page-note screen-only">
          <ReportLink of="moment" id={id} />
        </p>
      )}
    </>
  );
}

function Sittings({ meeting: { sittings, committee, state }, answering }: { meeting: PageData; answering: Answering | undefined }) {
  return (
    <section aria-labelledby="dates">
      <h2 id="dates" className={sittings.length > 1 ? undefined : "visually-hidden"}>
        Quand et où
      </h2>
      {sittings.length === 0 ? <p className="soft">La date reste à trouver.</p> : null}
      <Yarn>
        {sittings.map((sitting) => (
          <YarnItem key={sitting.id} knot={knotOf(sitting.state)} id={`rencontre-${sitting.id}`}>
            {sitting.pole ? <h3 className="yarn-title">{sitting.pole}</h3> : null}
            <p className={sitting.pole ? undefined : "yarn-title"}>
              <When sitting={sitting} /> {sitting.state !== "planned" || (sitting.unsaid && committee) ? <SittingTag state={sitting.state} unsaid={sitting.unsaid} /> : null}
            </p>
            <p className="yarn-note">{[whereOf(sitting), answering ? null : sitting.seats].filter(Boolean).join(" · ")}</p>
            {sitting.link ? (
              <p className="yarn-note">
                <a href={sitting.link} rel="noreferrer">Rejoindre la visioconférence</a>
              </p>
            ) : null}
            {sitting.deadline && sitting.state === "planned" && !sitting.begun ? <p className="yarn-note">Répondre au plus tard le {sitting.deadline}</p> : null}
            {sitting.reason ? <p className="yarn-note">Raison{"\u00a0"}: {sitting.reason}</p> : null}
            {answering?.under(sitting.id)}
          </YarnItem>
        ))}
      </Yarn>
      {answering?.after}
      {state === "postponed" ? <p className="soft">Une nouvelle date sera annoncée ici.</p> : null}
    </section>
  );
}

function Agenda({ meeting: { agenda, agendaLasts } }: { meeting: PageData }) {
  if (agenda.length === 0) return null;
  return (
    <section className="section" aria-labelledby="ordre">
      <h2 id="ordre">Ordre du jour</h2>
      <ol className="agenda">
        {agenda.map(({ title, minutes }, index) => (
          <li key={`${index}-${title}`}>
            <span>{title}</span>
            {minutes ? <span className="soft numbers">{minutes}</span> : null}
          </li>
        ))}
      </ol>
      {agendaLasts ? <p className="yarn-note">En tout{"\u00a0"}: {agendaLasts}</p> : null}
    </section>
  );
}

function Speakers({ meeting: { speakers } }: { meeting: PageData }) {
  if (speakers.length === 0) return null;
  return (
    <section className="section" aria-labelledby="personnes">
      <h2 id="personnes">Avec</h2>
      <ul className="stack plain-list" role="list">
        {speakers.map(({ key, name, role, bio }) => (
          <li key={key}>
            <p className="person-name">{name}</p>
            {role ? <p className="yarn-note">{role}</p> : null}
            {bio ? <p className="prose">{bio}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
