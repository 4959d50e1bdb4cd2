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
  /** The title of a text that is read slowly, set in the serif. */
  reading?: boolean;
};

/** What the page is, and the one thing it asks. */
export function PageHeader({ title, lead, facts, action, back, tied, reading }: PageHeaderProps) {
  const names = ["page-head", tied && "page-head-tied", reading && "page-head-reading"];
  return (
    <header className={names.filter(Boolean).join(" ")}>
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
