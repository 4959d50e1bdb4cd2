import { ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { FINDS_KEPT, TRANSFERS, ZIP_KEPT } from "../model";

/** How to ask Meta for one's archive, and what is read of it. */
export function HelpPage() {
  return (
    <>
      <PageHeader title="Demander votre archive à Meta" lead="Meta doit remettre à chaque personne une copie de ce qu’elle a écrit. Cela prend cinq minutes à demander, puis de quelques minutes à quelques jours à recevoir." back={{ to: TRANSFERS, label: "Apporter mes publications" }} />
      <section className="section prose" aria-labelledby="demander">
        <h2 id="demander">La demander</h2>
        <ol className="archive-steps">
          <li>Sur Facebook, ouvrez votre menu, puis «{"\u00a0"}Paramètres et confidentialité{"\u00a0"}», «{"\u00a0"}Paramètres{"\u00a0"}», «{"\u00a0"}Espace Comptes{"\u00a0"}».</li>
          <li>Choisissez «{"\u00a0"}Vos informations et autorisations{"\u00a0"}», puis «{"\u00a0"}Exporter vos informations{"\u00a0"}» (ou «{"\u00a0"}Télécharger vos informations{"\u00a0"}»).</li>
          <li>Choisissez votre profil Facebook, et l’exportation vers votre appareil.</li>
          <li>Ne cochez que «{"\u00a0"}Groupes{"\u00a0"}»{"\u00a0"}: rien d’autre ne sert ici.</li>
          <li>Comme période, choisissez «{"\u00a0"}Depuis toujours{"\u00a0"}».</li>
          <li>
            Comme format, choisissez <strong>JSON</strong>, et non HTML. Comme qualité de médias, la plus basse.
          </li>
          <li>Quand Meta vous écrit qu’elle est prête, téléchargez l’archive, sans l’ouvrir ni la modifier. Elle s’appelle «{"\u00a0"}facebook-….zip{"\u00a0"}».</li>
        </ol>
        <p>Meta change parfois ces mots de place. Le centre d’aide de Facebook les explique sous «{"\u00a0"}Télécharger une copie de vos informations{"\u00a0"}».</p>
      </section>
      <section className="section prose" aria-labelledby="lu">
        <h2 id="lu">Ce qui en est lu</h2>
        <ul>
          <li>Le texte de vos publications et de vos commentaires dans des groupes, leur date, et le nom du groupe.</li>
          <li>Rien d’autre{"\u00a0"}: ni vos messages privés, ni vos amis, ni vos réactions, ni vos photos. Les images ne sont pas apportées{"\u00a0"}: des enfants s’y reconnaissent.</li>
          <li>Le nom d’une autre personne, dans les titres que Meta écrit, n’est ni gardé ni montré. Il n’en reste qu’une empreinte, qui sert à placer un commentaire sous sa publication.</li>
        </ul>
      </section>
      <section className="section prose" aria-labelledby="garde">
        <h2 id="garde">Ce qui en est gardé</h2>
        <ul>
          <li>L’archive est effacée dès qu’elle est lue, et au plus tard après {ZIP_KEPT} heures.</li>
          <li>Quand vous avez choisi le groupe, les textes des autres groupes sont effacés. Ce qui n’est pas publié n’est montré à personne d’autre que vous, et s’efface après {FINDS_KEPT} jours.</li>
          <li>Ce que vous publiez porte sa date d’origine, et n’avertit personne. La recherche ne le trouve qu’une fois relu par le comité.</li>
          <li>Vous pouvez tout reprendre en un geste, n’importe quand.</li>
        </ul>
      </section>
      <p>
        <ButtonLink to={TRANSFERS}>Apporter mes publications</ButtonLink>
      </p>
    </>
  );
}
