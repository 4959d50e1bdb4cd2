import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { QueueView } from "~/features/report/components/queue-view";
import { queuePage } from "~/features/report/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Signalements – Le Fil" }];

export const loader = asCommittee(({ actor }) => queuePage(actor));

export default function Queue() {
  return (
    <PageFrame>
      <PageHeader title="Signalements" back={{ to: "/comite", label: "Comité" }} facts={<p><Link to="/comite/incidents">Registre des incidents</Link></p>} />
      <QueueView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
