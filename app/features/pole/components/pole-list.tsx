import { Link } from "@remix-run/react";
import { EmptyState } from "~/ui/empty-state";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem } from "~/ui/yarn";

type Pole = { id: number; name: string; ended: boolean; sittings: number };

const howMany = (sittings: number) => (sittings === 0 ? "aucune rencontre encore" : sittings === 1 ? "1 rencontre" : `${sittings} rencontres`);

/** The poles, those that ended last. */
export function PoleList({ poles }: { poles: readonly Pole[] }) {
  if (poles.length === 0) return <EmptyState>Un pôle est un endroit où le même Moment d’échange se tient à nouveau, pour que personne n’ait à rouler longtemps.</EmptyState>;
  return (
    <Yarn tight>
      {poles.map(({ id, name, ended, sittings }) => (
        <YarnItem key={id} id={`pole-${id}`} knot={ended ? "done" : "event"}>
          <p className="yarn-title">{name}</p>
          <p className="yarn-note">
            {ended ? <Tag tone="slate">Terminé</Tag> : null} {howMany(sittings)}
            {" · "}
            <Link to={`/comite/poles/${id}`}>
              Modifier<span className="visually-hidden"> {name}</span>
            </Link>
          </p>
        </YarnItem>
      ))}
    </Yarn>
  );
}
