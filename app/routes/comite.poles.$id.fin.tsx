import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { endPoleFrom } from "~/features/pole/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Terminer un pôle – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await endPoleFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back="/comite/poles" backLabel="Revenir aux pôles" />;
}
