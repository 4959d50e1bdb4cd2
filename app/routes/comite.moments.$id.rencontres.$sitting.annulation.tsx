import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { ReasonForm } from "~/features/meeting/components/plan-forms";
import { sittingPage } from "~/features/meeting/plan-pages.server";
import { cancelFrom } from "~/features/meeting/sitting/forms.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Annuler la rencontre – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => sittingPage(actor, idOf(params), idOf(params, "sitting")));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await cancelFrom(actor, idOf(params), idOf(params, "sitting"), form), 303));

export default function Ending() {
  const { id, title, shown, sisters } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader
        title="Annuler la rencontre"
        facts={[title, shown?.pole, shown?.day].filter(Boolean).join(" · ")}
        lead="Elle reste visible, barrée de sa raison, pour que personne ne se déplace pour rien."
        back={{ to: `/comite/moments/${id}`, label: "Préparer" }}
      />
      <ReasonForm sisters={sisters} verb="Annuler la rencontre" keyName="annulation" hint={"Une tempête, une salle fermée\u00a0: une phrase suffit."} />
    </PageFrame>
  );
}
