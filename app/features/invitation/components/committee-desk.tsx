import { Link } from "@remix-run/react";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";

type Props = { pending: number; expired: number; people: number; organisations: number };

const plural = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;

/** The committee's tools, as text along the thread. */
export function CommitteeDesk({ pending, expired, people, organisations }: Props) {
  const waits = [
    pending > 0 ? plural(pending, "invitation en attente", "invitations en attente") : "",
    expired > 0 ? plural(expired, "invitation expirée", "invitations expirées") : "",
  ].filter(Boolean);
  return (
    <Yarn>
      <YarnItem>
        <YarnText title={<Link to="/comite/moments">Les Moments d’échange</Link>} note="La saison, ses ébauches, ses dates et ses pôles" />
      </YarnItem>
      <YarnItem>
        <YarnText title={<Link to="/comite/trousse">La trousse des responsables</Link>} note="Ce qu’on fait autour d’une rencontre, et ce que des personnes y changeraient" />
      </YarnItem>
      <YarnItem>
        <YarnText title={<Link to="/comite/charte">La charte</Link>} note="L’écrire ensemble, la soumettre aux gestionnaires, l’ouvrir au consentement" />
      </YarnItem>
      <YarnItem>
        <YarnText title={<Link to="/comite/sondages">Les sondages</Link>} note="Demander ce qui intéresse, lire les réponses" />
      </YarnItem>
      <YarnItem knot={waits.length > 0 ? "loose" : "event"}>
        <YarnText
          title={<Link to="/comite/invitations">Inviter des personnes</Link>}
          note={waits.length > 0 ? waits.join(", ") : "Par courriel. Aucune invitation n’attend de réponse."}
        />
      </YarnItem>
      <YarnItem>
        <YarnText title={<Link to="/comite/signalements">Les signalements</Link>} note="Ce que des personnes demandent de regarder, et le registre des incidents" />
      </YarnItem>
      <YarnItem>
        <YarnText title={<Link to="/comite/archive">L’archive du groupe Facebook</Link>} note="Relire ce que des membres ont apporté" />
      </YarnItem>
      <YarnItem>
        <YarnText title={<Link to="/comite/membres">Les membres</Link>} note={plural(people, "personne", "personnes")} />
      </YarnItem>
      <YarnItem>
        <YarnText title={<Link to="/comite/anonymat">Écrire sans nom</Link>} note="Les deux personnes qui gardent les noms" />
      </YarnItem>
      <YarnItem>
        <YarnText title={<Link to="/comite/synonymes">Sigles et synonymes</Link>} note="Ce que la recherche prend l’un pour l’autre" />
      </YarnItem>
      <YarnItem>
        <YarnText title={<Link to="/comite/fermetures">Les jours de fermeture</Link>} note="Montrés, avec les jours fériés, quand on cherche une date" />
      </YarnItem>
      <YarnItem>
        <YarnText title={<Link to="/comite/organisations">Les organisations</Link>} note={plural(organisations, "organisation", "organisations")} />
      </YarnItem>
    </Yarn>
  );
}
