import { Link } from "@remix-run/react";
import { EmptyState } from "~/ui/empty-state";
import { Yarn, YarnItem } from "~/ui/yarn";

type Organisation = { id: number; name: string; people: number; named: { by: string; when: string } | null };

const howMany = (people: number) => (people === 0 ? "personne pour le moment" : people === 1 ? "1 personne" : `${people} personnes`);

/** Every organisation; a loose end where someone joining named one that the list lacked. */
export function OrganisationList({ organisations }: { organisations: readonly Organisation[] }) {
  if (organisations.length === 0) return <EmptyState>Les organisations de vos membres seront ici.</EmptyState>;
  return (
    <Yarn tight>
      {organisations.map(({ id, name, people, named }) => (
        <YarnItem key={id} id={`organisation-${id}`} knot={named ? "loose" : "event"}>
          <p className="yarn-title">{name}</p>
          <p className="yarn-note">
            {howMany(people)}
            {named ? ` · nommée par ${named.by} à son inscription, ${named.when}` : null}
            {" · "}
            <Link to={`/comite/organisations/${id}/nom`}>
              Renommer<span className="visually-hidden"> {name}</span>
            </Link>
          </p>
        </YarnItem>
      ))}
    </Yarn>
  );
}
