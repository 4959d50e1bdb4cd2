import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { RevocationForm } from "~/features/invitation/components/revocation-form";
import { revokeFrom } from "~/features/invitation/forms.server";
import { findOpenInvitation } from "~/features/invitation/queries.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Retirer une invitation – Le Fil" }];

export const loader = asCommittee(async ({ actor, params }) => findOpenInvitation(actor, idOf(params)));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await revokeFrom(actor, idOf(params), form), 303));

export default function Revocation() {
  const { email } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Retirer l’invitation" lead={email} back={{ to: "/comite/invitations", label: "Invitations" }} />
      <RevocationForm />
    </PageFrame>
  );
}
