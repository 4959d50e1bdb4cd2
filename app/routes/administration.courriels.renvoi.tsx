import { redirect, type MetaFunction } from "@remix-run/node";
import { asAdministrator, onlyPosted } from "~/kit/guard.server";
import { resendAllFrom } from "~/features/outbox/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Renvoyer les courriels – Le Fil" }];

export const loader = onlyPosted;

export const action = asAdministrator(async ({ actor, form }) => redirect(await resendAllFrom(actor, form), 303));

export default function Refused() {
  return <RefusedForm back="/administration/courriels" backLabel="Revenir aux courriels" />;
}
