import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { PeopleTable } from "~/features/member/components/people-table";
import { listPeople } from "~/features/member/queries.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Membres – Le Fil" }];

export const loader = asCommittee(async ({ actor }) => ({ people: await listPeople(actor) }));

export default function People() {
  const { people } = useLoaderData<typeof loader>();
  return (
    <PageFrame wide>
      <PageHeader
        title="Les membres"
        lead="Un nom ouvre la page de la personne, où vous réglez sa place dans la communauté."
        back={{ to: "/comite", label: "Comité" }}
        action={<ButtonLink to="/comite/invitations">Inviter des personnes</ButtonLink>}
      />
      <PeopleTable people={people} />
    </PageFrame>
  );
}
