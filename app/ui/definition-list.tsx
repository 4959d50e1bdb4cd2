import type { ReactNode } from "react";

export type Fact = { term: string; value: ReactNode };

/** Facts about one thing, each with its name. */
export function DefinitionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
