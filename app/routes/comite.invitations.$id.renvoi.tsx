import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { renewFrom } from "~/features/invitation/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Renvoyer une invitation – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await renewFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back="/comite/invitations" backLabel="Revenir aux invitations" />;
}
