import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { Done } from "~/features/community/components/done";
import { PoleForm } from "~/features/pole/components/pole-form";
import { PoleList } from "~/features/pole/components/pole-list";
import { addPoleFrom, polesPage } from "~/features/pole/forms.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Pôles – Le Fil" }];

export const loader = asCommittee(({ actor }) => polesPage(actor));

export const action = asCommittee(async ({ actor, form }) => redirect(await addPoleFrom(actor, form), 303));

export default function Poles() {
  const { poles, zone } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Les pôles" lead="Les endroits où un même Moment d’échange se tient." back={{ to: "/comite", label: "Comité" }} tied={poles.length > 0} />
      <PoleList poles={poles} />
      <section className="section stack">
        <h2>Ajouter un pôle</h2>
        <Done sentences={{ ajout: "Le pôle est ajouté.", nom: "Le pôle est modifié.", fin: "Le pôle est terminé. Ses rencontres gardent son nom." }} />
        <PoleForm action="/comite/poles" keyName="pole" verb="Ajouter" known={{ zone }} />
      </section>
    </PageFrame>
  );
}
