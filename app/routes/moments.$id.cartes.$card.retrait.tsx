import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { removeFrom } from "~/features/attendance/card/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Retirer une carte – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, form, params }) => redirect(await removeFrom(actor, idOf(params), idOf(params, "card"), form), 303));

export default function Refused() {
  return <RefusedForm back="/moments" backLabel="Revenir aux Moments d’échange" />;
}
