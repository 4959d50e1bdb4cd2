import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Disclosure } from "~/ui/disclosure";
import { YarnItem } from "~/ui/yarn";

type Props = { step: { label: string; roleName: string; title: string; message: string; to?: string }; children?: ReactNode };

/** One step of the community's list, with its message one press away. */
export function StepLine({ step: { label, roleName, title, message, to }, children }: Props) {
  return (
    <YarnItem knot="planned">
      <p className="yarn-title">{to ? <Link to={to}>{title}</Link> : title}</p>
      <p className="yarn-note">
        {label} · {roleName}
      </p>
      {message ? (
        <Disclosure summary={<>Son message<span className="visually-hidden"> ({title})</span></>}>
          <p className="typed-text">{message}</p>
        </Disclosure>
      ) : null}
      {children}
    </YarnItem>
  );
}
