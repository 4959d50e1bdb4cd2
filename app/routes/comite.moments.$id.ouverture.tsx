import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { openFrom } from "~/features/meeting/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Ouvrir un Moment d’échange – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await openFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back="/comite/moments" backLabel="Revenir à la saison" />;
}
