import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { Done } from "~/features/community/components/done";
import { PageFrame } from "~/features/shell/components/page-frame";
import { SynonymForm } from "~/features/synonym/components/synonym-form";
import { SynonymList } from "~/features/synonym/components/synonym-list";
import { addSynonymsFrom } from "~/features/synonym/forms.server";
import { listSynonyms } from "~/features/synonym/queries.server";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Sigles et synonymes – Le Fil" }];

export const loader = asCommittee(async ({ actor }) => ({ groups: await listSynonyms(actor) }));

export const action = asCommittee(async ({ actor, form }) => redirect(await addSynonymsFrom(actor, form), 303));

export default function Synonyms() {
  const { groups } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Sigles et synonymes" lead="La recherche prend l’un pour l’autre." back={{ to: "/comite", label: "Comité" }} tied={groups.length > 0} />
      <SynonymList groups={groups} />
      <section className="section stack">
        <h2>Ajouter une ligne</h2>
        <Done sentences={{ ajout: "La ligne est ajoutée.", change: "La ligne est modifiée.", retrait: "La ligne est retirée." }} />
        <SynonymForm action="/comite/synonymes" keyName="synonymes" verb="Ajouter" />
      </section>
    </PageFrame>
  );
}
