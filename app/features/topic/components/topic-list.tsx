import { Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem } from "~/ui/yarn";
import { TOPICS } from "../model";
import type { topicsPage } from "../pages.server";
import { TopicTag } from "./topic-tag";
import { useTopicNews } from "./use-topic-news";
import { VoteForm } from "./vote-form";

type Page = Awaited<ReturnType<typeof topicsPage>>;
type Coming = Extract<Page, { shelf: "attente" }>;

const SAID = { vote: "Votre vote est donné.", retire: "Votre vote vous est revenu." };
const SHELVES = [
  { shelf: "attente", label: "En attente et planifiés", to: TOPICS },
  { shelf: "discutes", label: "Discutés", to: `${TOPICS}?etat=discutes` },
  { shelf: "ecartes", label: "Écartés ou fusionnés", to: `${TOPICS}?etat=ecartes` },
] as const;

const OLDER = { attente: "La suite", discussions: "La suite", discutes: "Plus anciens", ecartes: "Plus anciens" };

/** What the members want to talk about, and what became of it. */
export function TopicList({ page }: { page: Page }) {
  useTopicNews(0, page.stamp);
  const { older } = page;
  return (
    <>
      <PageHeader
        title="Sujets"
        lead="Ce dont les membres veulent parler, du souhait jusqu’au compte rendu."
        action={page.mayPropose ? <ButtonLink to="/sujets/nouveau">Proposer un sujet</ButtonLink> : null}
      />
      <Done sentences={SAID} />
      <nav aria-label="Choisir parmi les sujets">
        <ul className="filter-links" role="list">
          {SHELVES.map(({ shelf, label, to }) => (
            <li key={shelf}>
              <Link to={to} aria-current={shelf === page.shelf ? "true" : undefined}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Shelf page={page} />
      <Pager label="Autres sujets" {...(older ? { older: { to: older, label: OLDER[page.shelf] } } : {})} />
    </>
  );
}

function Shelf({ page }: { page: Page }) {
  switch (page.shelf) {
    case "attente":
      return <ComingTopics page={page} />;
    case "discutes":
      return <Discussed page={page} />;
    case "ecartes":
      return <Settled page={page} />;
    case "discussions":
      return <Words words={page.words} />;
  }
}

function Words({ words }: { words: Coming["words"] }) {
  if (words.length === 0) return <p className="soft">Tout ce qui nomme une discussion est déjà demandé.</p>;
  return (
    <ul className="filter-links" role="list">
      {words.map(({ id, name, to, threads }) => (
        <li key={id}>
          <Link to={to}>{name}</Link> {threads ? <span className="soft">({threads})</span> : null}
        </li>
      ))}
    </ul>
  );
}

const left = (votes: number): string => (votes === 0 ? "Vos cinq votes sont donnés." : votes === 1 ? "Il vous reste un vote sur cinq." : `Il vous reste ${votes} votes sur cinq.`);

function ComingTopics({ page: { first, waiting, planned, words, moreWords, votes, mayPropose } }: { page: Coming }) {
  if (first && waiting.length + planned.length + words.length === 0) {
    return <EmptyState>C’est ici que l’on demande de quoi parler dans les prochains Moments d’échange. Personne n’a encore rien proposé.</EmptyState>;
  }
  return (
    <>
      {planned.length > 0 ? (
        <section className="section" aria-labelledby="planifies">
          <h2 id="planifies">Au programme</h2>
          <Yarn>
            {planned.map(({ id, name, to, meeting, demand }) => (
              <YarnItem key={id} knot="planned" id={`sujet-${id}`}>
                <p className="yarn-title">
                  <Link to={to}>{name}</Link>
                </p>
                {meeting ? (
                  <p className="yarn-note">
                    Moment d’échange{"\u00a0"}: <Link to={meeting.to}>{meeting.title}</Link>
                  </p>
                ) : null}
                {demand ? <p className="yarn-note">{demand}</p> : null}
              </YarnItem>
            ))}
          </Yarn>
        </section>
      ) : null}
      <section className="section" aria-labelledby="attente">
        <h2 id="attente">{first ? "En attente" : "En attente, la suite"}</h2>
        <p className="topic-votes">
          {mayPropose ? `${left(votes)} ` : ""}Un vote vous revient quand son sujet est planifié.
        </p>
        {waiting.length === 0 ? <p className="soft">Rien n’attend en ce moment.</p> : null}
        <Yarn>
          {waiting.map((topic) => (
            <WaitingTopic key={topic.id} topic={topic} votes={votes} mayVote={mayPropose} />
          ))}
        </Yarn>
        <Disclosure summary="Comment l’ordre est fait">
          <p>
            Personnes × organisations × mois d’attente (vingt-quatre au plus), moins cinq points par mois qui manque à une année depuis la dernière discussion. Les personnes sont celles qui votent, ou celles d’un sondage où elles sont plus nombreuses{"\u00a0"}: ce sont peut-être les mêmes, on ne les additionne pas. À égalité, le plus ancien passe devant. Le comité peut placer un sujet en tête, et dit alors pourquoi.
          </p>
        </Disclosure>
      </section>
      {words.length > 0 ? (
        <section className="section" aria-labelledby="mots">
          <h2 id="mots">Dans les discussions, sans demande</h2>
          <Words words={words} />
          {moreWords ? (
            <p className="page-note">
              <Link to={moreWords}>Tous ces sujets, de A à Z</Link>
            </p>
          ) : null}
        </section>
      ) : null}
    </>
  );
}

function WaitingTopic({ topic: { id, name, to, state, wish, why, mine, raisedReason }, votes, mayVote }: { topic: Coming["waiting"][number]; votes: number; mayVote: boolean }) {
  return (
    <YarnItem knot="loose" id={`sujet-${id}`}>
      <p className="yarn-title">
        <Link to={to}>{name}</Link>
      </p>
      {raisedReason || state !== "proposed" || mine ? (
        <p className="row">
          {raisedReason ? <Tag tone="thread">Placé en tête par le comité</Tag> : null}
          {state === "proposed" ? null : <TopicTag state={state} />}
          {mine ? <Tag tone="moss">Vous le demandez</Tag> : null}
        </p>
      ) : null}
      {wish ? <p>{wish}</p> : null}
      {raisedReason ? <p className="yarn-note">Raison du comité{"\u00a0"}: {raisedReason}</p> : null}
      <p className="yarn-note numbers">{why}</p>
      {mayVote ? (
        <div className="yarn-act">
          <VoteForm id={id} name={name} mine={mine} votes={votes} from="liste" />
        </div>
      ) : null}
    </YarnItem>
  );
}

function Discussed({ page: { discussed } }: { page: Extract<Page, { shelf: "discutes" }> }) {
  if (discussed.length === 0) return <p>Aucun sujet n’a encore été discuté dans un Moment d’échange.</p>;
  return (
    <Yarn>
      {discussed.map(({ id, name, to, when, meeting, threads }) => (
        <YarnItem key={id} knot="done">
          <p className="yarn-title">
            <Link to={to}>{name}</Link>
          </p>
          <p className="yarn-note">{[when && `Discuté le ${when}`, threads].filter(Boolean).join(" · ")}</p>
          {meeting ? (
            <p className="yarn-note">
              <Link to={meeting.to}>{meeting.title}</Link>
            </p>
          ) : null}
        </YarnItem>
      ))}
    </Yarn>
  );
}

function Settled({ page: { settled } }: { page: Extract<Page, { shelf: "ecartes" }> }) {
  if (settled.length === 0) return <p>Aucun sujet n’a été écarté ni fusionné.</p>;
  return (
    <Yarn>
      {settled.map(({ id, name, to, word, reason, when, into }) => (
        <YarnItem key={id}>
          <p className="yarn-title">
            <Link to={to}>{name}</Link>
          </p>
          <p className="yarn-note">
            {word} le {when}
            {into ? (
              <>
                {" "}
                dans <Link to={into.to}>{into.name}</Link>
              </>
            ) : null}
          </p>
          {reason ? <p className="yarn-note">Raison{"\u00a0"}: {reason}</p> : null}
        </YarnItem>
      ))}
    </Yarn>
  );
}
