import { Form, Link } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { ProblemSummary, useProblem } from "~/features/community/components/problem";
import { FormKey } from "~/features/shell/components/form-key";
import { Acts, Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { EmptyState } from "~/ui/empty-state";
import { Select, TextField } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { cardsPage } from "../card/pages.server";
import { cardsPath, MAX_CARD } from "../model";
import { useDayNews } from "./use-day-news";

type Page = Awaited<ReturnType<typeof cardsPage>>;
type Card = Page["sittings"][number]["cards"][number];

const SAID = {
  carte: "Votre carte est sur la table.",
  retrait: "La carte est retirée.",
  sujet: "La carte est liée à un sujet\u00a0: il suit son chemin.",
};

/** The cards of a meeting, as they are laid on the table. */
export function CardsView({ page }: { page: Page }) {
  useDayNews(page.meetingId, page.stamp);
  const { meetingId, title, sittings, several, begun } = page;
  return (
    <>
      <PageHeader title="Ce sur quoi revenir" back={{ to: `/moments/${meetingId}`, label: title }} lead={"Une carte, quelques mots\u00a0: une idée, une question, un sujet pour une autre fois. Votre nom n’y est montré à personne."} />
      <Done sentences={SAID} />
      {begun ? <NewCard page={page} /> : <p className="soft">Les cartes s’ouvrent quand la rencontre commence.</p>}
      {begun && sittings.every(({ cards }) => cards.length === 0) ? <EmptyState>Aucune carte encore. La première aide les autres à écrire la leur.</EmptyState> : null}
      {sittings
        .filter(({ cards }) => cards.length > 0)
        .map(({ id, name, cards }) => (
          <section key={id} className="section" aria-labelledby={`cartes-${id}`}>
            <h2 id={`cartes-${id}`} className={several ? undefined : "visually-hidden"}>{name}</h2>
            <Yarn>
              {cards.map((card) => (
                <YarnItem key={card.id} knot={card.topic ? "event" : "loose"} id={`carte-${card.id}`}>
                  <OneCard card={card} page={page} />
                </YarnItem>
              ))}
            </Yarn>
          </section>
        ))}
    </>
  );
}

function NewCard({ page: { meetingId, choices } }: { page: Page }) {
  const problem = useProblem();
  const values = problem?.fields && "carte" in problem.fields ? problem.values : problem?.discretion?.form === "carte" ? problem.values : undefined;
  const [first] = choices;
  if (!first) return <p className="soft">Les personnes qui y étaient posent des cartes ici.</p>;
  return (
    <Form method="post" action={cardsPath(meetingId)} className="form" noValidate key={problem ? "again" : "new"}>
      <FormKey name="carte" early="carte" />
      <ProblemSummary problem={problem} />
      {choices.length > 1 ? <Select name="rencontre" label="À quelle rencontre" options={choices} defaultValue={values?.rencontre} /> : <input type="hidden" name="rencontre" value={first.value} />}
      <TextField name="carte" label="Votre carte" hint={`Quelques mots, ${MAX_CARD} caractères au plus.`} defaultValue={values?.carte} error={problem?.fields?.carte} maxLength={MAX_CARD} autoComplete="off" required />
      <Acts>
        <Button>Poser la carte</Button>
      </Acts>
    </Form>
  );
}

function OneCard({ card: { id, body, mine, topic, mayGather, mayRemove }, page: { meetingId, topics } }: { card: Card; page: Page }) {
  const path = `${cardsPath(meetingId)}/${id}`;
  return (
    <>
      <p className="card-words">{body}</p>
      {topic ? (
        <p className="row">
          <Tag tone="moss">Devenue un sujet</Tag> <Link to={topic.to}>{topic.name}</Link>
        </p>
      ) : null}
      {mayGather ? (
        <Disclosure summary={<>En faire un sujet<span className="visually-hidden">{"\u00a0"}: {body}</span></>}>
          <Form method="post" action={`${path}/sujet`} className="form" noValidate>
            <FormKey name={`sujet-${id}`} />
            <TextField name="nom" id={`nom-${id}`} label="Un nouveau sujet" hint="Il s’ajoute aux sujets, où chaque personne peut voter pour lui." defaultValue={body.slice(0, 80)} maxLength={80} />
            <Select name="sujet" id={`sujet-${id}`} label="Ou un sujet qui existe déjà" options={[{ value: "", label: "Aucun\u00a0: un nouveau sujet" }, ...topics]} />
            <Acts>
              <Button look="plain">Lier la carte</Button>
            </Acts>
          </Form>
        </Disclosure>
      ) : null}
      {mayRemove ? (
        <Form method="post" action={`${path}/retrait`}>
          <FormKey name={`retrait-${id}`} />
          <Button look="quiet" small>
            {mine ? "Reprendre ma carte" : "Retirer la carte"}
            <span className="visually-hidden">{"\u00a0"}: {body}</span>
          </Button>
        </Form>
      ) : null}
    </>
  );
}
