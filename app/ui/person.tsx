import type { ReactNode } from "react";

/** A tint from 0 to 11, chosen once per organisation. */
export type Tint = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;

/** The tint of an organisation, the same on every page and every machine. */
export function tintOf(organisationId: string): Tint {
  let sum = 7;
  for (const letter of organisationId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return (sum % 12) as Tint;
}

/** « Maude Lemire-Roy » gives ML; one word gives one letter. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0]?.[0] ?? "";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toLocaleUpperCase("fr-CA");
}

type PersonProps = {
  name: string;
  title?: string | null;
  organisation: string;
  tint: Tint;
  size?: "small" | "usual" | "large";
  /** Where the name leads, as a plain link. */
  href?: string;
  children?: ReactNode;
};

/** A sewn label and, always together, name, title and organisation. */
export function Person({ name, title, organisation, tint, size = "usual", href, children }: PersonProps) {
  const role = [title, organisation].filter(Boolean).join(", ");
  return (
    <span className={size === "usual" ? "person" : `person person-${size}`}>
      <PersonLabel name={name} tint={tint} />
      <span className="person-text">
        {href ? (
          <a className="person-name" href={href}>
            {name}
          </a>
        ) : (
          <span className="person-name">{name}</span>
        )}
        <span className="person-role">{role}</span>
        {children}
      </span>
    </span>
  );
}

/** The label alone, where name, title and organisation stand beside it already. */
export function PersonLabel({ name, tint }: { name: string; tint: Tint }) {
  return (
    <span className={`person-label tint-${tint}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
