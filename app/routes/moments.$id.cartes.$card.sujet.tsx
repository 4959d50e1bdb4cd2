import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { gatherFrom } from "~/features/attendance/card/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Lier une carte – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, form, params }) => redirect(await gatherFrom(actor, idOf(params), idOf(params, "card"), form), 303));

export default function Refused() {
  return <RefusedForm back="/moments" backLabel="Revenir aux Moments d’échange" />;
}
