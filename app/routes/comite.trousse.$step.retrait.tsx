import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { retireStepFrom } from "~/features/duty/template/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Retirer une tâche – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await retireStepFrom(actor, idOf(params, "step"), form), 303));

export default function Refused() {
  return <RefusedForm back="/comite/trousse" backLabel="Revenir à la trousse" />;
}
