import type { ReactNode } from "react";
import { Knot, type KnotKind } from "./knot";

type YarnProps = {
  children: ReactNode;
  /** The line goes on below the last item: to a form, to older items. */
  continues?: boolean;
  /** The line comes from above the first item. */
  comesFromAbove?: boolean;
  tight?: boolean;
  label?: string;
  id?: string;
};

/** An ordered list tied by one continuous line. */
export function Yarn({ children, continues, comesFromAbove, tight, label, id }: YarnProps) {
  const names = ["yarn", continues && "yarn-on", comesFromAbove && "yarn-from", tight && "yarn-tight"];
  return (
    <ol className={names.filter(Boolean).join(" ")} aria-label={label} id={id} role="list">
      {children}
    </ol>
  );
}

type YarnItemProps = {
  knot?: KnotKind;
  children: ReactNode;
  id?: string;
  /** Ties the knot in 160 ms: only for what arrived while the page was open. */
  justArrived?: boolean;
  current?: "step" | "true";
};

/** One knot of the line. "loose" waits for someone, "planned" is sewn in dashes. */
export function YarnItem({ knot = "event", children, id, justArrived, current }: YarnItemProps) {
  const names = ["yarn-item", knot !== "event" && knot !== "new" && `yarn-${knot}`, justArrived && "is-new"];
  return (
    <li className={names.filter(Boolean).join(" ")} id={id} aria-current={current}>
      <Knot kind={knot} />
      {children}
    </li>
  );
}

/** Says from where on the items are new; every knot after it in the same list is filled. */
export function YarnDivider({ children, id }: { children: ReactNode; id?: string }) {
  return (
    <li className="yarn-new" id={id}>
      <span>{children}</span>
    </li>
  );
}

type YarnTextProps = { title: ReactNode; note?: ReactNode; act?: ReactNode };

/** The usual inside of an item: what it is, a line about it, one act. */
export function YarnText({ title, note, act }: YarnTextProps) {
  return (
    <div className="yarn-text">
      <p className="yarn-title">{title}</p>
      {note ? <p className="yarn-note">{note}</p> : null}
      {act ? <div className="yarn-act">{act}</div> : null}
    </div>
  );
}
