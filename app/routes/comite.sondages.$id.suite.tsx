import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { RefusedForm } from "~/features/shell/components/refused-form";
import { sequelFrom } from "~/features/survey/forms.server";

export const meta: MetaFunction = () => [{ title: "Dire la suite – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await sequelFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back="/comite/sondages" backLabel="Revenir aux sondages" />;
}
