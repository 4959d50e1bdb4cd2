import type { ReactNode } from "react";
import { Knot, KnotSheet, type KnotKind } from "./knot";

type PlainPageProps = {
  /** Whose house this is: the community's or the product's name. */
  brand?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
  foot?: ReactNode;
  /** "loose" where the page asks for something, "event" where it only says something. */
  knot?: KnotKind;
  skip?: string;
};

/* From the edge of the sheet, once around, and down the margin of what is asked. */
const wideThread =
  "M-1600 60C-1100 190-450 176 0 74C150 40 300 66 404 150c88 72 100 180 22 196-84 16-128-104-44-176C470 94 640 140 640 320";
const smallThread = "M320 26C262 8 196 22 150 52c-40 26-24 52-2 42 30-14 12-62-36-62C58 32 12 60 12 112";

/** A page without navigation: sign-in, errors, what is public. */
export function PlainPage({ brand, title, lead, children, foot, knot = "loose", skip }: PlainPageProps) {
  return (
    <>
      {skip ? (
        <a className="skip-link" href="#contenu">
          {skip}
        </a>
      ) : null}
      <KnotSheet />
      <div className="plain">
        <svg className="plain-thread plain-thread-wide" viewBox="0 0 640 320" aria-hidden="true" focusable="false">
          <path d={wideThread} />
        </svg>
        <svg className="plain-thread plain-thread-small" viewBox="0 0 320 112" aria-hidden="true" focusable="false">
          <path d={smallThread} />
        </svg>
        <main className="plain-main" id="contenu" tabIndex={-1}>
          {brand ? <p className="plain-brand">{brand}</p> : null}
          <h1>{title}</h1>
          {lead ? <p className="plain-lead">{lead}</p> : null}
          {children}
          <Knot kind={knot} />
        </main>
        {foot ? <footer className="plain-foot foot">{foot}</footer> : null}
      </div>
    </>
  );
}
