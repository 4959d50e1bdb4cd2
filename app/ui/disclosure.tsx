import type { ReactNode } from "react";
import { Icon } from "./icon";

type DisclosureProps = { summary: ReactNode; children: ReactNode; open?: boolean };

/** Something most people can do without, one press away; works without JavaScript. */
export function Disclosure({ summary, children, open }: DisclosureProps) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <Icon name="onward" />
        {summary}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
