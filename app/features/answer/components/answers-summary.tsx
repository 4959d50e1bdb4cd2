import { Link } from "@remix-run/react";
import { plural } from "~/kit/format";
import type { answersPage } from "../overview.server";

/** On the page where a meeting is put together: how many come, and the way to all the answers. */
export function AnswersSummary({ page: { id, opened, sittings, refused, silentCount } }: { page: Awaited<ReturnType<typeof answersPage>> }) {
  return (
    <section className="section" aria-labelledby="reponses">
      <h2 id="reponses">Réponses</h2>
      {opened ? (
        <>
          <ul className="plain-list" role="list">
            {sittings
              .filter(({ state }) => state !== "cancelled")
              .map(({ id: key, name, coming, seats, waiting, maybe }) => (
                <li key={key}>
                  {name}
                  {"\u00a0"}: <b>{plural(coming, "personne inscrite", "personnes inscrites")}</b>
                  <span className="soft">{["", seats, waiting.length > 0 ? `${waiting.length} en attente` : null, maybe.length > 0 ? `${maybe.length} peut-être` : null].filter((part) => part !== null).join(" · ")}</span>
                </li>
              ))}
          </ul>
          <p className="soft">
            {plural(refused, "personne ne peut pas", "personnes ne peuvent pas")}, {plural(silentCount, "n’a pas répondu", "n’ont pas répondu")}.
          </p>
        </>
      ) : (
        <p className="soft">On pourra répondre quand ce Moment d’échange sera ouvert.</p>
      )}
      <p>
        <Link to={`/comite/moments/${id}/reponses`}>{opened ? "Voir qui vient, inviter à répondre, poser des questions" : "Préparer les questions aux personnes inscrites"}</Link>
      </p>
    </section>
  );
}
