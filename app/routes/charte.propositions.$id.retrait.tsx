import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { withdrawFrom } from "~/features/charter/proposal/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Retirer une proposition – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, params, form }) => redirect(await withdrawFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back="/charte/redaction" backLabel="Revenir à l’atelier" />;
}
