import { Link } from "@remix-run/react";
import type { ownCasePage } from "../pages.server";
import { Letters } from "./letters";

/** What the committee told someone about a thing of theirs. Nobody else sees this page. */
export function OwnCaseView({ page: { letters, text, place, placeWord } }: { page: Awaited<ReturnType<typeof ownCasePage>> }) {
  return (
    <div className="stack">
      <Letters letters={letters} />
      {text ? (
        <section className="stack">
          <h2>Votre texte, que vous et le comité voyez seuls</h2>
          <blockquote className="typed-text">{text}</blockquote>
        </section>
      ) : null}
      <p>
        <Link to={place}>{placeWord}</Link>
      </p>
    </div>
  );
}
