import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { Done } from "~/features/community/components/done";
import { OrganisationList } from "~/features/organisation/components/organisation-list";
import { OrganisationNameForm } from "~/features/organisation/components/organisation-name-form";
import { addOrganisationFrom } from "~/features/organisation/forms.server";
import { listOrganisations } from "~/features/organisation/queries.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Organisations – Le Fil" }];

export const loader = asCommittee(async ({ actor }) => ({ organisations: await listOrganisations(actor) }));

export const action = asCommittee(async ({ actor, form }) => redirect(await addOrganisationFrom(actor, form), 303));

export default function Organisations() {
  const { organisations } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Les organisations" lead="Les milieux où travaillent les personnes de la communauté." back={{ to: "/comite", label: "Comité" }} tied />
      <OrganisationList organisations={organisations} />
      <section className="section stack">
        <h2>Ajouter une organisation</h2>
        <Done sentences={{ ajout: "L’organisation est ajoutée.", nom: "Le nom est changé." }} />
        <OrganisationNameForm action="/comite/organisations" keyName="organisation" verb="Ajouter" />
      </section>
    </PageFrame>
  );
}
