import { Link } from "@remix-run/react";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Pager } from "~/ui/pager";
import { Yarn, YarnItem } from "~/ui/yarn";
import { searchPath, type Part } from "../model";
import type { SearchData, ShownGroup } from "../pages.server";

const NAMES: Record<ShownGroup["place"], string> = {
  personnes: "Personnes et organisations",
  sujets: "Sujets",
  archive: "Archive du groupe Facebook",
  moments: "Moments d’échange",
  "comptes-rendus": "Comptes rendus",
  charte: "Charte",
  discussions: "Discussions",
  documents: "Documents",
  messages: "Messages",
};

/** What was found, kind by kind; the messages last, because they are the many. */
export function SearchResults({ data }: { data: SearchData }) {
  const { search, groups, near, asked } = data;
  if (!asked) return null;
  if (groups.length === 0) return <Nothing data={data} />;
  return (
    <div className="stack">
      {near ? (
        <Notice tone="slate" title={`Rien pour «\u00a0${search.typed}\u00a0»`}>
          <p>Voici ce qui s’écrit presque pareil.</p>
        </Notice>
      ) : null}
      {groups.map((group) => (
        <section key={group.place} className="found" aria-labelledby={`trouve-${group.place}`}>
          <h2 id={`trouve-${group.place}`}>{NAMES[group.place]}</h2>
          <Yarn tight continues={group.more !== null}>
            {group.results.map((result) => (
              <YarnItem key={result.key}>
                <div className="yarn-text">
                  <p className="yarn-title">
                    <Link to={result.to} reloadDocument={group.place === "documents"}>
                      <Marked parts={result.title} />
                    </Link>
                  </p>
                  {result.snippet.length > 0 ? (
                    <p className="found-text">
                      <Marked parts={result.snippet} />
                    </p>
                  ) : null}
                  {result.note ? <p className="yarn-note">{result.note}</p> : null}
                </div>
              </YarnItem>
            ))}
          </Yarn>
          <More group={group} paged={search.place === group.place || group.place === "messages"} />
        </section>
      ))}
    </div>
  );
}

function More({ group: { more, place }, paged }: { group: ShownGroup; paged: boolean }) {
  if (!more) return null;
  if (paged) return <Pager label={`${NAMES[place]}, suite`} older={{ to: more, label: "Plus anciens" }} />;
  return (
    <p>
      <Link to={more}>
        Tout voir<span className="visually-hidden">{`\u00a0: ${NAMES[place]}`}</span>
      </Link>
    </p>
  );
}

function Marked({ parts }: { parts: Part[] }) {
  return parts.map(({ text, found }, index) => {
    if (!found) return text;
    return <mark key={index}>{text}</mark>;
  });
}

function Nothing({ data: { search, narrowed } }: { data: SearchData }) {
  const { typed } = search;
  return (
    <EmptyState
      act={
        typed.trim() ? (
          <ButtonLink look="plain" to={`/discussions/nouvelle?texte=${encodeURIComponent(typed.trim())}`}>
            Demander à la communauté
          </ButtonLink>
        ) : undefined
      }
    >
      {typed.trim() ? `Rien n’est écrit ici sur «\u00a0${typed.trim()}\u00a0».` : "Rien n’est écrit ici avec ces choix."}{" "}
      {narrowed && typed.trim() ? <Link to={searchPath({ ...search, filter: { person: null, organisation: null, topic: null, from: null, until: null }, before: null })}>Chercher partout</Link> : null}
    </EmptyState>
  );
}
