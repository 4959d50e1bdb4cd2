import { Link } from "@remix-run/react";
import { DefinitionList } from "~/ui/definition-list";
import type { followUpPage } from "../follow-up/forms.server";

/** The log: its head now, and the heads that were mailed, one a week. */
export function LogSection({ log: { head, mailed } }: { log: Awaited<ReturnType<typeof followUpPage>>["log"] }) {
  return (
    <section className="section log" aria-labelledby="journal">
      <h2 id="journal">Le journal</h2>
      <p>Tout ce qui a été publié, signé et retiré, maillon après maillon. Gardez-en une copie ailleurs{"\u00a0"}: quiconque a un reçu, ou l’un des courriels de la semaine, peut vérifier qu’il est entier.</p>
      {head ? (
        <DefinitionList
          facts={[
            { term: "Maillons", value: head.links },
            { term: "Empreinte du dernier", value: <span className="hash">{head.hash}</span> },
          ]}
        />
      ) : null}
      <p className="row">
        <Link reloadDocument to="/comite/charte/journal">
          Télécharger le journal
        </Link>
      </p>
      {mailed.length > 0 ? (
        <>
          <h3>Envoyées par courriel, chaque semaine</h3>
          <ul role="list" className="heads">
            {mailed.map(({ week, on, links, hash }) => (
              <li key={week}>
                {on} · {links} <span className="hash soft">{hash}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="soft">Chaque semaine, l’empreinte du dernier maillon est envoyée par courriel au comité et à la personne responsable de la protection des renseignements personnels.</p>
      )}
    </section>
  );
}
