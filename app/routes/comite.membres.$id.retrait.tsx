import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { RemovalForm } from "~/features/member/components/removal-form";
import { removeFrom } from "~/features/member/forms.server";
import { findPerson } from "~/features/member/queries.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Retirer une personne – Le Fil" }];

export const loader = asCommittee(async ({ actor, params }) => ({ person: await findPerson(actor, idOf(params)) }));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await removeFrom(actor, idOf(params), form), 303));

export default function Removal() {
  const { person } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title={`Retirer ${person.name}`} back={{ to: `/comite/membres/${person.id}`, label: person.name }} />
      <RemovalForm person={person} />
    </PageFrame>
  );
}
