import { Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ReportLink } from "~/features/shell/components/report-link";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Stepper } from "~/ui/stepper";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import { TOPICS } from "../model";
import type { topicPage } from "../pages.server";
import { TopicTag } from "./topic-tag";
import { useTopicNews } from "./use-topic-news";
import { VoteForm } from "./vote-form";

type Page = Awaited<ReturnType<typeof topicPage>>;

const SAID = {
  propose: "Votre sujet est proposé, et votre vote est donné.",
  "sans-vote": "Votre sujet est proposé. Vos cinq votes étaient déjà donnés\u00a0: retirez-en un pour le demander vous-même.",
  deja: "Ce sujet existe déjà. Voici où il en est.",
  vote: "Votre vote est donné.",
  retire: "Votre vote vous est revenu.",
  retenu: "Le sujet est retenu.",
  approfondir: "Le sujet attend de nouveau, pour être approfondi.",
  rouvert: "Le sujet attend de nouveau.",
  ecarte: "Le sujet est écarté, avec sa raison. Ses votes sont revenus.",
  tete: "Le sujet est placé en tête, avec sa raison.",
  rang: "Le sujet est remis à son rang.",
  fusion: "Les deux sujets n’en font plus qu’un. Chaque personne y compte une fois.",
};

/** One topic, from the first wish to the minutes. */
export function TopicView({ page }: { page: Page }) {
  const { id, name, state, word, wish, demand, facts, why, raisedReason, takesVotes, lead, plan } = page;
  useTopicNews(id, page.stamp);
  return (
    <>
      <PageHeader
        title={name}
        back={{ to: TOPICS, label: "Sujets" }}
        facts={
          <>
            <p className="row">
              <TopicTag state={state} />
              {raisedReason ? <Tag tone="thread">Placé en tête par le comité</Tag> : null}
              {page.mine ? <Tag tone="moss">Vous le demandez</Tag> : null}
            </p>
            {[demand, ...facts].filter(Boolean).map((line) => (
              <p key={line}>{line}</p>
            ))}
            {why ? <p className="numbers">{why}</p> : null}
          </>
        }
        {...(wish ? { lead: wish } : {})}
        action={
          takesVotes && page.mayVote ? (
            <VoteForm id={id} name={name} mine={page.mine} votes={page.votes} from="sujet" anew={page.anew} />
          ) : null
        }
      />
      <Done sentences={SAID} />
      {raisedReason ? <Notice tone="thread" title="Pourquoi il est en tête"><p>{raisedReason}</p></Notice> : null}
      {page.reason ? <Notice tone="slate" title={word}><p>{page.reason}</p></Notice> : null}
      {page.into ? (
        <Notice tone="slate" title={word}>
          <p>
            Ce sujet fait maintenant partie de <Link to={page.into.to}>{page.into.name}</Link>.
          </p>
        </Notice>
      ) : null}
      {state === "merged" || state === "dismissed" ? null : (
        <section aria-labelledby="chemin">
          <h2 id="chemin" className="visually-hidden">
            Son chemin
          </h2>
          <Stepper label="Du souhait au compte rendu" steps={page.stages} />
        </section>
      )}
      {lead ? (
        <p className="acts topic-lead">
          {plan ? (
            <ButtonLink look="plain" to={plan}>
              Planifier un Moment d’échange
            </ButtonLink>
          ) : null}
          <ButtonLink look="quiet" to={lead}>
            Décider de ce sujet
          </ButtonLink>
        </p>
      ) : null}
      <History page={page} />
      <Beside page={page} />
      <p className="page-note">
        <ReportLink of="sujet" id={id} />
      </p>
    </>
  );
}

function History({ page: { id, steps, discussed } }: { page: Page }) {
  if (steps.length === 0) return null;
  return (
    <section className="section" aria-labelledby="fil">
      <h2 id="fil">Le fil de ce sujet</h2>
      <Yarn>
        {steps.map(({ words, when, note, reason, reasonName, link, knot }, index) => (
          <YarnItem key={`${index}-${words}`} knot={knot}>
            <YarnText
              title={words}
              note={
                <>
                  {when}
                  {link ? (
                    <>
                      {" · "}
                      <Link to={link.to}>{link.label}</Link>
                    </>
                  ) : null}
                  {note ? ` · ${note}` : null}
                </>
              }
            />
            {reason ? (
              <p className="yarn-note">
                {reasonName}{"\u00a0"}: {reason}
              </p>
            ) : null}
          </YarnItem>
        ))}
      </Yarn>
      {discussed ? (
        <p className="page-note">
          <Link to={`/discussions?sujet=${id}`}>Toutes les discussions sur ce sujet</Link>
        </p>
      ) : null}
    </section>
  );
}

const MEETING_WORDS = { open: "prévu", held: "tenu", cancelled: "annulé" };

/** What was held and shared about it. */
function Beside({ page: { meetings, documents } }: { page: Page }) {
  return (
    <>
      {meetings.length > 0 ? (
        <section className="section" aria-labelledby="moments">
          <h2 id="moments">Moments d’échange</h2>
          <Yarn>
            {meetings.map((meeting) => (
              <YarnItem key={meeting.id} knot={meeting.state === "held" ? "done" : meeting.state === "open" ? "planned" : "event"}>
                <YarnText title={<Link to={meeting.to}>{meeting.title}</Link>} note={[[MEETING_WORDS[meeting.state], meeting.part].filter(Boolean).join(", "), meeting.when].filter(Boolean).join(" · ")} />
              </YarnItem>
            ))}
          </Yarn>
        </section>
      ) : null}
      {documents.length > 0 ? (
        <section className="section" aria-labelledby="documents">
          <h2 id="documents">Documents</h2>
          <ul className="plain-list stack" role="list">
            {documents.map((file) => (
              <li key={file.id}>
                <Link to={file.to}>{file.name}</Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
