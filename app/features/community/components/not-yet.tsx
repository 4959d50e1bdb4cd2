import { PlainPage } from "~/ui/plain-page";

/** What a visitor sees before the community is set up. */
export function NotYet() {
  return (
    <PlainPage
      brand="Le Fil"
      knot="planned"
      title="La communauté n’est pas encore en place"
      lead="Le Fil fonctionne. Il reste à créer la communauté."
    >
      <p>
        La personne qui a installé Le Fil trouve l’adresse de démarrage là où elle l’a mis en marche{"\u00a0"}: elle s’y affiche à chaque
        départ, et ne sert qu’une fois.
      </p>
    </PlainPage>
  );
}
