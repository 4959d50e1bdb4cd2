import { Link } from "@remix-run/react";
import { useRef, useState } from "react";
import { ServerMarkup } from "~/kit/markup";
import { fetchNews, useLive } from "~/realtime/use-live";
import { ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { useLocalLinks } from "~/ui/use-local-links";
import { IN_DISCUSSIONS } from "../model";
import type { listPage } from "../list-pages.server";

type ListData = Awaited<ReturnType<typeof listPage>>;

const begin = (look: "main" | "plain") => (
  <ButtonLink look={look} to="/discussions/nouvelle">
    Écrire un message
  </ButtonLink>
);

/** The discussions of the community, the latest activity first. */
export function ThreadList({ list }: { list: ListData }) {
  const { html, empty, first, narrowed, here, older, latest, mayWrite } = list;
  const nothing = empty && first && !narrowed;
  const follow = useLocalLinks(IN_DISCUSSIONS);
  return (
    <>
      <PageHeader title="Discussions" action={mayWrite && !nothing ? begin("main") : null} {...(first ? {} : { back: { to: here, label: "Les plus récentes" } })} />
      {nothing ? null : <Filters list={list} />}
      {latest === null ? null : <ListNews key={latest} latest={latest} here={here} />}
      {nothing ? (
        <EmptyState act={mayWrite ? begin("main") : null}>
          Ici, chaque personne peut demander conseil, répondre ou partager un outil. Rien n’est encore écrit.
        </EmptyState>
      ) : empty ? (
        <p>
          {first ? "Aucune discussion ne répond à ce choix." : "La liste s’arrête ici."} <Link to="/discussions">Toutes les discussions</Link>
        </p>
      ) : (
        <div onClick={follow}>
          <ServerMarkup name="discussions" html={html} as="ol" className={older ? "yarn yarn-on" : "yarn"} />
        </div>
      )}
      <p className="page-note">
        <Link to="/documents">Documents partagés dans les discussions</Link> · <Link to="/archive">Archive du groupe Facebook</Link>
      </p>
      <Pager label="Autres discussions" {...(older ? { older: { to: older, label: "Discussions plus anciennes" } } : {})} />
    </>
  );
}

/** What the list can be narrowed to, as plain links. */
function Filters({ list: { views, topics, everyTopic } }: { list: ListData }) {
  const chosen = topics.find(({ current }) => current);
  return (
    <nav aria-label="Choisir parmi les discussions">
      <ul className="filter-links" role="list">
        {views.map(({ label, to, current }) => (
          <li key={to}>
            <Link to={to} aria-current={current ? "true" : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
      {topics.length > 0 ? (
        <Disclosure summary={chosen ? `Sujet\u00a0: ${chosen.name}` : "Par sujet"} key={chosen?.id ?? 0}>
          <ul className="filter-links" role="list">
            <li>
              <Link to={everyTopic} aria-current={chosen ? undefined : "true"}>
                Tous les sujets
              </Link>
            </li>
            {topics.map(({ id, name, count, to, current }) => (
              <li key={id}>
                <Link to={to} aria-current={current ? "true" : undefined}>
                  {name} ({count})
                </Link>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </nav>
  );
}

/** Says that the list has changed instead of moving it under someone's eyes. */
function ListNews({ latest, here }: { latest: string; here: string }) {
  const [changed, setChanged] = useState(false);
  const known = useRef(latest);
  useLive("thread.moved", 0, async () => {
    const answer = await fetchNews("/discussions/nouveautes");
    const { latest: now } = (await answer.json()) as { latest: string };
    if (now !== known.current) setChanged(true);
  });
  return (
    <div role="status">
      {changed ? (
        <p className="float-note">
          La liste a changé{"\u00a0"}: <a href={here}>Actualiser</a>
        </p>
      ) : null}
    </div>
  );
}
