import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { RefusedForm } from "~/features/shell/components/refused-form";
import { dropSynonymsFrom } from "~/features/synonym/forms.server";

export const meta: MetaFunction = () => [{ title: "Retirer des synonymes – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await dropSynonymsFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back="/comite/synonymes" backLabel="Revenir aux sigles et synonymes" />;
}
