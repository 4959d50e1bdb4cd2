import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { RefusedForm } from "~/features/shell/components/refused-form";
import { removeQuestionFrom } from "~/features/survey/question/forms.server";

export const meta: MetaFunction = () => [{ title: "Retirer une question – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await removeQuestionFrom(actor, idOf(params), idOf(params, "question"), form), 303));

export default function Refused() {
  return <RefusedForm back="/comite/sondages" backLabel="Revenir aux sondages" />;
}
