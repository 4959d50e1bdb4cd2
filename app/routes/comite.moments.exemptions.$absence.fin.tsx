import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { endFrom } from "~/features/duty/absence/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Fin d’une exemption – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await endFrom(actor, idOf(params, "absence"), form), 303));

export default function Refused() {
  return <RefusedForm back="/comite/moments/exemptions" backLabel="Revenir aux congés et exemptions" />;
}
