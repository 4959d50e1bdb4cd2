import { Link } from "@remix-run/react";
import { EmptyState } from "~/ui/empty-state";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { SynonymGroup } from "../queries.server";

export function SynonymList({ groups }: { groups: readonly SynonymGroup[] }) {
  if (groups.length === 0) return <EmptyState>Ici, un sigle retrouve ce qu’il veut dire, et l’inverse.</EmptyState>;
  return (
    <Yarn tight>
      {groups.map(({ id, terms }) => (
        <YarnItem key={id} id={`synonyme-${id}`}>
          <p className="yarn-title">{terms.join(" ↔ ")}</p>
          <p className="yarn-note">
            <Link to={`/comite/synonymes/${id}`}>
              Modifier<span className="visually-hidden"> {terms[0]}</span>
            </Link>
          </p>
        </YarnItem>
      ))}
    </Yarn>
  );
}
