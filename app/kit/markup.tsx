import { createContext, useContext, useRef, type ReactNode } from "react";

/**
 * Markup made on the server, for a page's long reading part. It travels once, as
 * HTML: the loader leaves it out of the hydration data of a document, and the
 * browser adopts what is already in the page. A later fetch by script carries it
 * in the data as usual.
 */
const MarkupContext = createContext<ReadonlyMap<string, string>>(new Map());

export function MarkupProvider({ markup, children }: { markup: ReadonlyMap<string, string>; children: ReactNode }) {
  return <MarkupContext.Provider value={markup}>{children}</MarkupContext.Provider>;
}

type Props = {
  /** Names the piece; also the element's id. */
  name: string;
  /** The markup, when it came as data; null when it is already in the page. */
  html: string | null;
  as?: "div" | "ol" | "ul";
  className?: string;
};

/** Only our own server's sanitised markup goes through here. */
export function ServerMarkup({ name, html, as: Element = "div", className }: Props) {
  const given = useContext(MarkupContext).get(name);
  const adopted = useRef<string | null>(null);
  if (html === null && adopted.current === null) {
    adopted.current = given ?? (typeof document === "undefined" ? "" : (document.getElementById(name)?.innerHTML ?? ""));
  }
  return <Element id={name} className={className} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html ?? adopted.current ?? "" }} />;
}
