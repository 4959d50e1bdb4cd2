import { Link } from "@remix-run/react";
import { Icon } from "./icon";

type PagerProps = {
  label: string;
  older?: { to: string; label: string };
  newer?: { to: string; label: string };
};

/** To what came before and after; no page numbers, because there is no count. */
export function Pager({ label, older, newer }: PagerProps) {
  if (!older && !newer) return null;
  return (
    <nav className="pager" aria-label={label}>
      {older ? (
        <Link to={older.to} rel="prev">
          <Icon name="back" />
          {older.label}
        </Link>
      ) : null}
      {newer ? (
        <Link className="pager-newer" to={newer.to} rel="next">
          {newer.label}
          <Icon name="onward" />
        </Link>
      ) : null}
    </nav>
  );
}
