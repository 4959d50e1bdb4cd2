import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, onlyPosted } from "~/kit/guard.server";
import { openTemplateFrom } from "~/features/duty/template/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "La première liste – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form }) => redirect(await openTemplateFrom(actor, form), 303));

export default function Refused() {
  return <RefusedForm back="/comite/trousse" backLabel="Revenir à la trousse" />;
}
