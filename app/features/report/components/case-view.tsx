import { Link } from "@remix-run/react";
import { elide } from "~/kit/format";
import { filePath } from "~/features/file/model";
import { incidentPath } from "~/features/incident/model";
import { ButtonLink } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { Notice } from "~/ui/notice";
import type { casePage } from "../pages.server";
import { Letters } from "./letters";

/** One report, with what the committee decides by and what it can do. */
export function CaseView({ page }: { page: Awaited<ReturnType<typeof casePage>> }) {
  const { acts, concealed, gone, fixed, settled, text, files, place, incident, letters, echoWords, mailedWords } = page;
  return (
    <div className="stack">
      {settled ? (
        <Notice tone="moss" title={settled} />
      ) : (
        <Notice tone="honey" title={concealed ? "Masqué en attendant votre décision" : fixed ? "Ce texte ne change pas" : gone ? "Supprimé entre-temps" : "Encore visible de tout le monde"}>
          {concealed ? <p>La personne qui l’a écrit et le comité le voient encore; pour les autres, il n’y a plus rien.</p> : null}
          {fixed ? <p>Il a été adopté ou signé tel quel. Pour en retirer un renseignement, publiez une nouvelle version de la charte.</p> : null}
        </Notice>
      )}
      <DefinitionList facts={factsOf(page)} />
      {text ? (
        <section className="stack">
          <h2>Ce qui est visé</h2>
          <blockquote className="typed-text">{text}</blockquote>
          <Files files={files} />
        </section>
      ) : null}
      {echoWords ? <p>{echoWords}.</p> : null}
      {mailedWords ? (
        <Notice tone="slate" title="Des courriels étaient déjà partis">
          <p>
            Ils n’en disaient pas le texte. Pour leur demander de ne rien garder de ce qu’elles ont lu ici, écrivez à{"\u00a0"}: {mailedWords}.
          </p>
        </Notice>
      ) : null}
      <section className="stack">
        <h2>Décider</h2>
        <div className="acts">
          {acts.map(({ act, to, title }, index) => (
            <ButtonLink key={act} look={index === 0 && acts.length > 1 ? "main" : act === "mot" ? "quiet" : "plain"} to={to}>
              {title}
            </ButtonLink>
          ))}
        </div>
        <p className="soft">Chaque décision demande un mot pour la personne qui a écrit, et s’inscrit au journal.</p>
        <p>
          <Link to={place}>Voir où cela se trouve</Link>
          {incident ? (
            <>
              {" · "}
              <Link to={incidentPath(incident)}>Fiche au registre des incidents</Link>
            </>
          ) : null}
        </p>
      </section>
      {letters.length > 0 ? (
        <section className="stack">
          <h2>Écrit à la personne</h2>
          <Letters letters={letters} />
        </section>
      ) : null}
    </div>
  );
}

const factsOf = ({ kindWord, where, author, published, title, causeWord, reporter, when, note }: Awaited<ReturnType<typeof casePage>>) => [
  { term: "Motif", value: causeWord },
  { term: kindWord, value: [author ? elide("de", author) : null, published].filter(Boolean).join(", ") || "sans date" },
  { term: where, value: title },
  { term: "Signalé par", value: `${reporter}, ${when} (le comité seul le sait)` },
  ...(note ? [{ term: "Précision", value: note }] : []),
];

function Files({ files }: { files: readonly { id: number; name: string }[] }) {
  if (files.length === 0) return null;
  return (
    <ul>
      {files.map(({ id, name }) => (
        <li key={id}>
          <a href={filePath({ id, name })}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
