import { Link } from "@remix-run/react";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";

/** What one can do on the first visit: three things, and what a role adds. */
export function FirstSteps({ committee, administrator }: { committee: boolean; administrator: boolean }) {
  return (
    <>
      <Yarn>
        {committee ? (
          <YarnItem knot="loose">
            <YarnText title={<Link to="/comite/invitations">Inviter les personnes</Link>} note="Par courriel, une adresse par ligne. C’est le travail du comité." />
          </YarnItem>
        ) : null}
        {administrator ? (
          <YarnItem knot="loose">
            <YarnText title={<Link to="/administration">Voir l’administration</Link>} note="Ce qui est prêt, ce qui ne l’est pas encore, et qui tient quel rôle." />
          </YarnItem>
        ) : null}
        <YarnItem>
          <YarnText title={<Link to="/discussions">Lire les discussions</Link>} note="Ce que vos collègues des autres milieux se demandent et se partagent." />
        </YarnItem>
        <YarnItem>
          <YarnText
            title={<Link to="/discussions/nouvelle">Poser une question ou partager un outil</Link>}
            note="Une boîte, un bouton. Pas besoin de titre ni de catégorie."
          />
        </YarnItem>
        <YarnItem>
          <YarnText title={<Link to="/reglages">Vérifier vos réglages</Link>} note="Votre titre, vos organisations, les appareils où vous êtes en session." />
        </YarnItem>
      </Yarn>
      <section className="section">
        <h2>Une règle avant tout</h2>
        <div className="prose">
          <p>
            Ici, on ne nomme jamais un enfant ni une famille, et on ne donne pas de détails qui permettraient de les reconnaître. Dans un petit
            milieu, une situation rare suffit.
          </p>
        </div>
      </section>
    </>
  );
}
