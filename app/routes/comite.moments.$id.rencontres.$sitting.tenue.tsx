import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { holdFrom } from "~/features/meeting/sitting/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Rencontre tenue – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await holdFrom(actor, idOf(params), idOf(params, "sitting"), form), 303));

export default function Refused() {
  return <RefusedForm back="/comite/moments" backLabel="Revenir à la saison" />;
}
