import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { ReasonForm } from "~/features/meeting/components/plan-forms";
import { sittingPage } from "~/features/meeting/plan-pages.server";
import { postponeFrom } from "~/features/meeting/sitting/forms.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Reporter la rencontre – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => sittingPage(actor, idOf(params), idOf(params, "sitting")));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await postponeFrom(actor, idOf(params), idOf(params, "sitting"), form), 303));

export default function Ending() {
  const { id, title, shown, sisters } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader
        title="Reporter la rencontre"
        facts={[title, shown?.pole, shown?.day].filter(Boolean).join(" · ")}
        lead="Sa date ne tient plus. Vous donnerez la nouvelle en modifiant la rencontre."
        back={{ to: `/comite/moments/${id}`, label: "Préparer" }}
      />
      <ReasonForm sisters={sisters} verb="Reporter la rencontre" keyName="report" hint="Une phrase suffit." />
    </PageFrame>
  );
}
