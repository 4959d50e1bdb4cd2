import { PageHeader } from "~/ui/page-header";
import type { readersPage } from "../reader/pages.server";
import { threadPath } from "../model";

type Readers = Awaited<ReturnType<typeof readersPage>>;

/** Who has read an announcement and who has not, organisation by organisation, to know whom to call. */
export function ReadersView({ readers: { threadId, title, parts } }: { readers: Readers }) {
  return (
    <>
      <PageHeader title="Qui a lu l’annonce" lead={title} back={{ to: threadPath(threadId), label: "La discussion" }} />
      <p className="soft">Seul le comité voit ces noms, et seulement pour une annonce. Ils disent qui l’a ouverte dans Le Fil, rien de plus{"\u00a0"}: on peut l’avoir apprise autrement.</p>
      {parts.map(({ name, count, groups, none }) => (
        <section className="section" key={name}>
          <h2>
            {name}
            {groups.length > 0 ? <span className="soft"> · {count}</span> : null}
          </h2>
          {groups.length === 0 ? <p>{none}</p> : null}
          <ul className="plain-list stack" role="list">
            {groups.map(({ organisation, names }) => (
              <li key={organisation}>
                <b>{organisation}</b>
                {"\u00a0"}: {names.join(", ")}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
