import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { RefusedForm } from "~/features/shell/components/refused-form";
import { proposeFrom } from "~/features/survey/subject/forms.server";

export const meta: MetaFunction = () => [{ title: "En faire des sujets – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await proposeFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back="/sondages" backLabel="Revenir aux sondages" />;
}
