import { Link } from "@remix-run/react";
import { plural } from "~/kit/format";
import { Notice } from "~/ui/notice";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";

/** Until privacy requests and backups exist, nothing real should be entrusted. */
export function NotReadyNotice() {
  return (
    <Notice tone="honey" title="Pas encore prêt pour de vrais renseignements">
      <p>
        Deux choses manquent encore{"\u00a0"}: les sauvegardes, et la façon de répondre aux demandes de confidentialité (recevoir une copie de ses
        renseignements, les faire effacer). D’ici là, essayez avec des personnes averties et des échanges sans importance.
      </p>
    </Notice>
  );
}

/** The administration's tools, as text along the thread. */
export function AdministrationDesk({ administrators, parked }: { administrators: number; parked: number }) {
  const alone = administrators < 2;
  return (
    <section className="section">
      <Yarn>
        <YarnItem>
          <YarnText title={<Link to="/administration/communaute">La communauté</Link>} note="Son nom, son territoire, l’organisation qui en répond, la personne responsable des renseignements." />
        </YarnItem>
        <YarnItem knot={alone ? "loose" : "event"}>
          <YarnText
            title={<Link to="/administration/roles">Les rôles</Link>}
            note={
              alone
                ? "Une seule personne est à l’administration. Nommez-en une deuxième, pour les jours où la première n’est pas là."
                : "Qui est au comité, et qui est à l’administration."
            }
          />
        </YarnItem>
        <YarnItem knot={parked > 0 ? "loose" : "event"}>
          <YarnText
            title={<Link to="/administration/courriels">Les courriels</Link>}
            note={parked > 0 ? `${plural(parked, "courriel n’a pas pu partir", "courriels n’ont pas pu partir")}.` : "Tous sont partis."}
          />
        </YarnItem>
        <YarnItem>
          <YarnText title={<Link to="/diagnostic">Diagnostic</Link>} note="Ce que le réseau d’un bureau laisse passer, et le paragraphe à envoyer à son service informatique." />
        </YarnItem>
        <YarnItem>
          <YarnText title={<Link to="/confidentialite">Confidentialité</Link>} note="La page publique, telle que tout le monde la voit." />
        </YarnItem>
      </Yarn>
    </section>
  );
}
