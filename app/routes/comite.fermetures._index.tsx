import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { ClosingsView } from "~/features/closing-day/components/closings-view";
import { addClosingFrom, closingsPage } from "~/features/closing-day/forms.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Jours de fermeture – Le Fil" }];

export const loader = asCommittee(({ actor }) => closingsPage(actor));

export const action = asCommittee(async ({ actor, form }) => redirect(await addClosingFrom(actor, form), 303));

export default function Closings() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Jours de fermeture" lead="Ils sont montrés quand on cherche une date, avec les jours fériés." back={{ to: "/comite", label: "Comité" }} tied={page.closings.length > 0} />
      <ClosingsView page={page} />
    </PageFrame>
  );
}
