import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { undoFrom } from "~/features/answer/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Réponse retirée – Le Fil" }];

export const loader = onlyPosted;

/** Of an answer that this manager gave for a colleague. */
export const action = asMember(async ({ actor, form, params }) => redirect(await undoFrom(actor, idOf(params), idOf(params, "member"), form), 303));

export default function Refused() {
  return <RefusedForm back="/moments" backLabel="Revenir aux Moments d’échange" />;
}
