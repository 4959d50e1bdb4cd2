import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { OrganisationNameForm } from "~/features/organisation/components/organisation-name-form";
import { renameOrganisationFrom } from "~/features/organisation/forms.server";
import { findOrganisation } from "~/features/organisation/queries.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Renommer une organisation – Le Fil" }];

export const loader = asCommittee(async ({ actor, params }) => findOrganisation(actor, idOf(params)));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await renameOrganisationFrom(actor, idOf(params), form), 303));

export default function Renaming() {
  const { id, name } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Renommer l’organisation" lead={name} back={{ to: "/comite/organisations", label: "Organisations" }} />
      <OrganisationNameForm action={`/comite/organisations/${id}/nom`} keyName="nom" verb="Changer le nom" known={name} />
    </PageFrame>
  );
}
