import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { reinstateFrom } from "~/features/member/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Annuler un retrait – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await reinstateFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back="/comite/membres" backLabel="Revenir aux membres" />;
}
