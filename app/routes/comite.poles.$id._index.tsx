import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { PoleForm } from "~/features/pole/components/pole-form";
import { renamePoleFrom } from "~/features/pole/forms.server";
import { findPole } from "~/features/pole/queries.server";
import { FormKey } from "~/features/shell/components/form-key";
import { PageFrame } from "~/features/shell/components/page-frame";
import { Button } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Modifier un pôle – Le Fil" }];

export const loader = asCommittee(async ({ actor, params }) => findPole(actor, idOf(params)));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await renamePoleFrom(actor, idOf(params), form), 303));

export default function ChangePole() {
  const pole = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Modifier le pôle" lead={pole.name} back={{ to: "/comite/poles", label: "Pôles" }} />
      <PoleForm action={`/comite/poles/${pole.id}`} keyName="nom" verb="Enregistrer" known={pole} />
      {pole.ended ? null : (
        <Form method="post" action={`/comite/poles/${pole.id}/fin`} className="section stack">
          <FormKey name="fin" />
          <h2>Terminer ce pôle</h2>
          <p>On n’y planifie plus rien. Les rencontres passées et prévues gardent son nom, et vous pourrez le rouvrir en l’ajoutant de nouveau.</p>
          <Button look="danger">Terminer le pôle</Button>
        </Form>
      )}
    </PageFrame>
  );
}
