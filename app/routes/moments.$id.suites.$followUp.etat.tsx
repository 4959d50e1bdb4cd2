import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { finishFrom } from "~/features/follow-up/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Une suite – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, form, params }) => redirect(await finishFrom(actor, idOf(params), idOf(params, "followUp"), form), 303));

export default function Refused() {
  return <RefusedForm back="/moments" backLabel="Revenir aux Moments d’échange" />;
}
