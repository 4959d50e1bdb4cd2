import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { removeClosingFrom } from "~/features/closing-day/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Retirer une fermeture – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await removeClosingFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back="/comite/fermetures" backLabel="Revenir aux jours de fermeture" />;
}
