import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { RegisterView } from "~/features/incident/components/register-view";
import { registerPage } from "~/features/incident/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Registre des incidents – Le Fil" }];

export const loader = asCommittee(({ actor }) => registerPage(actor));

export default function Register() {
  return (
    <PageFrame>
      <PageHeader title="Registre des incidents" lead="Ce que la loi demande de consigner. Rien ne s’y efface." back={{ to: "/comite/signalements", label: "Signalements" }} />
      <RegisterView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
