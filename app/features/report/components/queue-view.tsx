import { Link } from "@remix-run/react";
import { EmptyState } from "~/ui/empty-state";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import type { queuePage } from "../pages.server";

/** What waits for the committee, and what it settled last. */
export function QueueView({ page: { waiting, settled } }: { page: Awaited<ReturnType<typeof queuePage>> }) {
  return (
    <>
      {waiting.length === 0 ? (
        <EmptyState>Rien n’attend le comité. Ce qu’une personne signale paraît ici; un renseignement personnel est déjà masqué quand vous l’y voyez.</EmptyState>
      ) : (
        <Yarn label="Signalements qui attendent">
          {waiting.map(({ id, to, what, cause, title, when }) => (
            <YarnItem key={id} knot="loose">
              <YarnText title={<Link to={to}>{cause}</Link>} note={`${what} · ${title} · ${when}`} />
            </YarnItem>
          ))}
        </Yarn>
      )}
      {settled.length > 0 ? (
        <section className="section">
          <h2>Réglés</h2>
          <Yarn tight label="Signalements réglés">
            {settled.map(({ id, to, what, cause, outcome, when }) => (
              <YarnItem key={id}>
                <YarnText title={<Link to={to}>{outcome ?? cause}</Link>} note={`${cause} · ${what} · ${when}`} />
              </YarnItem>
            ))}
          </Yarn>
        </section>
      ) : null}
    </>
  );
}
