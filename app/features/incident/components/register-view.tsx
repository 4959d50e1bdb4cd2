import { Link } from "@remix-run/react";
import { EmptyState } from "~/ui/empty-state";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";
import { REGISTER } from "../model";
import type { registerPage } from "../pages.server";

/** The register of incidents, the latest first, and the way to take it along. */
export function RegisterView({ page }: { page: Awaited<ReturnType<typeof registerPage>> }) {
  if (page.length === 0) return <EmptyState>Aucun incident. Une fiche s’ouvre d’elle-même quand quelqu’un signale un renseignement personnel.</EmptyState>;
  return (
    <>
      <p>
        <a href={`${REGISTER}/registre.csv`} download>
          Télécharger le registre (CSV)
        </a>
      </p>
      <Yarn label="Incidents">
        {page.map(({ id, to, when, information, risk, riskWord }) => (
          <YarnItem key={id} knot={risk === "to-assess" ? "loose" : "event"}>
            <YarnText title={<Link to={to}>Incident no {id}</Link>} note={`${when} · ${riskWord} · ${information}`} />
          </YarnItem>
        ))}
      </Yarn>
    </>
  );
}
