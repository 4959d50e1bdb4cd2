import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { settleFrom } from "~/features/charter/proposal/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Régler un commentaire – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, params, form }) => redirect(await settleFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back="/charte/redaction" backLabel="Revenir à l’atelier" />;
}
