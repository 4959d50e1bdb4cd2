import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { InvitationDone } from "~/features/invitation/components/invitation-done";
import { InvitationLists } from "~/features/invitation/components/invitation-list";
import { InviteForm } from "~/features/invitation/components/invite-form";
import { inviteFrom } from "~/features/invitation/forms.server";
import { listInvitations } from "~/features/invitation/queries.server";
import { listOrganisationChoices } from "~/features/organisation/queries.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Invitations – Le Fil" }];

export const loader = asCommittee(async ({ actor }) => ({
  lists: await listInvitations(actor),
  organisations: await listOrganisationChoices(actor),
}));

export const action = asCommittee(async ({ actor, form }) => redirect(await inviteFrom(actor, form), 303));

export default function Invitations() {
  const { lists, organisations } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader
        title="Inviter des personnes"
        lead="Chaque personne reçoit un courriel, et répond quand elle veut pendant 14 jours."
        back={{ to: "/comite", label: "Comité" }}
      />
      <div className="stack">
        <InvitationDone />
        <InviteForm organisations={organisations} />
      </div>
      <InvitationLists {...lists} />
    </PageFrame>
  );
}
