import { Link } from "@remix-run/react";
import { ButtonLink } from "~/ui/button";
import type { DayPart as Data } from "../pages.server";

/** On the page of a meeting: what there is to do on the day itself, and what is left of it for oneself. */
export function DayPart({ day: { doors, attestations, cards } }: { day: Data }) {
  if (doors.length + attestations.length === 0 && !cards) return null;
  return (
    <section className="section stack screen-only" aria-labelledby="le-jour">
      <h2 id="le-jour">Le jour même</h2>
      {doors.map(({ id, door, name }) => (
        <p key={id}>
          <ButtonLink look="plain" to={door ?? ""}>Noter les présences{name ? `, ${name}` : ""}</ButtonLink>
        </p>
      ))}
      {attestations.map(({ id, attestation, name }) => (
        <p key={id}>
          Vous y étiez.{" "}
          <a href={attestation ?? ""} download>
            Votre attestation de présence{name ? `, ${name}` : ""} (PDF)
          </a>
        </p>
      ))}
      {cards ? (
        <p>
          <Link to={cards.to}>Les cartes{"\u00a0"}: ce sur quoi revenir</Link> <span className="soft">({cards.said})</span>
        </p>
      ) : null}
    </section>
  );
}
