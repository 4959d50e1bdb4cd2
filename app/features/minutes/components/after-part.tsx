import { Link } from "@remix-run/react";
import { ButtonLink } from "~/ui/button";
import type { AfterPart as Data } from "../pages.server";

/** On the page of a meeting: what is left of it, and what is to be done. */
export function AfterPart({ after }: { after: Data }) {
  if (!after) return null;
  const { minutes, begin, synthesis, followUps, notes } = after;
  if (!minutes && !begin && !followUps && notes.length === 0) return null;
  return (
    <section className="section stack screen-only" aria-labelledby="apres">
      <h2 id="apres">Après la rencontre</h2>
      {minutes ? (
        <div>
          <p className="yarn-title">
            <Link to={minutes.to}>Lire le compte rendu</Link>
          </p>
          {minutes.said ? <p className="yarn-note">{minutes.said}</p> : null}
        </div>
      ) : null}
      {begin ? (
        <p>
          <ButtonLink look="plain" to={begin}>
            Écrire le compte rendu
          </ButtonLink>
        </p>
      ) : null}
      {notes.map(({ id, to, name }) => (
        <p key={id}>
          <Link to={to}>Les notes{name ? `, ${name}` : ""}</Link>
        </p>
      ))}
      {synthesis ? (
        <p>
          <Link to={synthesis}>La synthèse des pôles</Link>
        </p>
      ) : null}
      {followUps ? (
        <p>
          <Link to={followUps.to}>Les suites</Link> <span className="soft">({followUps.said})</span>
        </p>
      ) : null}
    </section>
  );
}
