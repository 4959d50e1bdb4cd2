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
        <svg className="plain-thread" viewBox="0 0 400 900" aria-hidden="true" focusable="false">
          <path d="M0 0" />
        </svg>
        <main className="plain-main" id="contenu" tabIndex={-1}>
          <Knot kind={knot} />
          {brand ? <p className="plain-brand">{brand}</p> : null}
          <h1>{title}</h1>
          {lead ? <p className="plain-lead">{lead}</p> : null}
          {children}
        </main>
        {foot ? <footer className="plain-foot foot">{foot}</footer> : null}
      </div>
    </>
  );
}
