import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { Done } from "~/features/community/components/done";
import { IncidentView } from "~/features/incident/components/incident-view";
import { incidentPage, recordFrom } from "~/features/incident/pages.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Un incident – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => incidentPage(actor, idOf(params)));

export const action = asCommittee(async ({ actor, params, form }) => redirect(await recordFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Incident() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title={`Incident no ${page.id}`} back={{ to: "/comite/incidents", label: "Registre des incidents" }} />
      <Done sentences={{ fiche: "La fiche est enregistrée. La version précédente reste au registre." }} />
      <IncidentView page={page} />
    </PageFrame>
  );
}
