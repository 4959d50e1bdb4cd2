import { Link } from "@remix-run/react";
import { ServerMarkup } from "~/kit/markup";
import { Tag } from "~/ui/tag";
import { articleAnchor, type VersionState } from "../model";
import type { ReadVersion } from "../pages.server";

const TONES: Record<VersionState, "moss" | "honey" | "slate"> = { drafting: "honey", reviewing: "honey", consenting: "honey", adopted: "moss", "in-force": "moss", replaced: "slate" };

export function StateTag({ state, children }: { state: VersionState; children: string }) {
  return <Tag tone={TONES[state]}>{children}</Tag>;
}

/** Which version this is: its number, its state, its date. */
export function VersionFacts({ version: { number, state, stateName, published } }: { version: ReadVersion }) {
  return (
    <span className="row">
      <span>Version {number}</span>
      <StateTag state={state}>{stateName}</StateTag>
      {published ? <span>depuis le {published}</span> : null}
    </span>
  );
}

/** Where one goes in a long text; beside it on a wide screen. */
export function Contents({ version: { contents } }: { version: ReadVersion }) {
  if (contents.length < 2) return null;
  return (
    <nav className="charter-contents" aria-labelledby="sommaire">
      <h2 id="sommaire">Sommaire</h2>
      <ol role="list">
        {contents.map(({ position, title }) => (
          <li key={position}>
            <a href={`#${articleAnchor(position)}`}>
              <span className="article-number">{position}.</span> {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The text itself, as it is read and printed, with what identifies it to the letter. */
export function CharterText({ version }: { version: ReadVersion }) {
  const { contents, text, sha256, number } = version;
  if (contents.length === 0) return <p className="soft">Cette version n’a pas encore d’articles.</p>;
  return (
    <>
      <ServerMarkup name="charte" html={text} className="charter-text" />
      {sha256 ? (
        <p className="charter-seal">
          Empreinte SHA-256 du texte de la version {number}
          {"\u00a0"}: <code>{sha256}</code>
        </p>
      ) : null}
    </>
  );
}

/** Other ways to hold it. */
export function CharterForms({ version: { number, hasShort }, short = true }: { version: ReadVersion; short?: boolean }) {
  return (
    <ul className="charter-forms row screen-only" role="list">
      {hasShort && short ? (
        <li>
          <Link to="/charte/abregee">Version abrégée, une page</Link>
        </li>
      ) : null}
      <li>
        <a href={`/charte/versions/${number}/pdf`}>Télécharger en PDF</a>
      </li>
    </ul>
  );
}
