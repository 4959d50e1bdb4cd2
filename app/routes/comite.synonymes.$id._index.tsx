import { redirect, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { FormKey } from "~/features/shell/components/form-key";
import { PageFrame } from "~/features/shell/components/page-frame";
import { SynonymForm } from "~/features/synonym/components/synonym-form";
import { changeSynonymsFrom } from "~/features/synonym/forms.server";
import { findSynonyms } from "~/features/synonym/queries.server";
import { Button } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Modifier des synonymes – Le Fil" }];

export const loader = asCommittee(async ({ actor, params }) => findSynonyms(actor, idOf(params)));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await changeSynonymsFrom(actor, idOf(params), form), 303));

export default function ChangeSynonyms() {
  const { id, terms } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Modifier la ligne" lead={terms[0]} back={{ to: "/comite/synonymes", label: "Sigles et synonymes" }} />
      <SynonymForm action={`/comite/synonymes/${id}`} keyName="ligne" verb="Enregistrer" known={terms.join(", ")} />
      <Form method="post" action={`/comite/synonymes/${id}/retrait`} className="section stack">
        <FormKey name="retrait" />
        <h2>Retirer la ligne</h2>
        <p>La recherche ne prendra plus ces mots l’un pour l’autre.</p>
        <Button look="danger">Retirer</Button>
      </Form>
    </PageFrame>
  );
}
