import type { ReactNode } from "react";
import { Link } from "@remix-run/react";
import { Icon } from "./icon";

type PageHeaderProps = {
  title: ReactNode;
  lead?: ReactNode;
  /** Small facts under the title: people, date, state. */
  facts?: ReactNode;
  /** The one main act of the page. */
  action?: ReactNode;
  back?: { to: string; label: string };
  /** The thread comes down past the title to the list that follows it. */
  tied?: boolean;
};

/** What the page is, and the one thing it asks. */
export function PageHeader({ title, lead, facts, action, back, tied }: PageHeaderProps) {
  return (
    <header className={tied ? "page-head page-head-tied" : "page-head"}>
      {back ? (
        <Link className="page-back" to={back.to}>
          <Icon name="back" />
          {back.label}
        </Link>
      ) : null}
      <h1>{title}</h1>
      {facts ? <div className="page-facts">{facts}</div> : null}
      {lead ? <p className="page-lead">{lead}</p> : null}
      {action ? <div className="page-action">{action}</div> : null}
    </header>
  );
}
