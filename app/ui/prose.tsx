import type { ReactNode } from "react";

type ProseProps = {
  /** Sanitised HTML made by the server; never text a browser typed. */
  html?: string;
  /** Set in the reading serif: charter, stories, minutes. */
  reading?: boolean;
  children?: ReactNode;
};

/** Text people wrote. */
export function Prose({ html, reading, children }: ProseProps) {
  const name = reading ? "prose prose-reading" : "prose";
  if (html !== undefined) return <div className={name} dangerouslySetInnerHTML={{ __html: html }} />;
  return <div className={name}>{children}</div>;
}
