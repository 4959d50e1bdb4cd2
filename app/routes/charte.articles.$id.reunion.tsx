import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { joinFrom } from "~/features/charter/article/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Joindre deux articles – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, params, form }) => redirect(await joinFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back="/charte/redaction" backLabel="Revenir à l’atelier" />;
}
