import { DefinitionList } from "~/ui/definition-list";

type Seen = { origin: string; secure: boolean; testedAt: string; proxy: string | null };

/** What is known without any script: the page came through. */
export function Seen({ origin, secure, testedAt, proxy }: Seen) {
  return (
    <section className="section stack" aria-labelledby="vu">
      <h2 id="vu">Ce que le serveur a vu</h2>
      <p>Cette page vous est parvenue. Vous pouvez donc lire et écrire dans Le Fil.</p>
      <DefinitionList
        facts={[
          { term: "Adresse", value: origin },
          { term: "Liaison", value: secure ? "Chiffrée (HTTPS)" : "Non chiffrée, sur cet appareil seulement" },
          { term: "Heure du serveur", value: testedAt },
          { term: "Intermédiaire", value: proxy ? `Votre réseau en signale un (${proxy})` : "Aucun ne s’est signalé" },
        ]}
      />
    </section>
  );
}
