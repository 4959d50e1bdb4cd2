import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { endGuestFrom } from "~/features/guest/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Mettre fin à une invitation – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, params, form }) => redirect(await endGuestFrom(actor, idOf(params), idOf(params, "guest"), form), 303));

export default function Refused() {
  return <RefusedForm back="/discussions" backLabel="Revenir aux discussions" />;
}
