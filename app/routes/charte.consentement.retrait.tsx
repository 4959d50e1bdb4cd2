import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, onlyPosted } from "~/kit/guard.server";
import { withdrawFrom } from "~/features/charter/consent/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Retirer une objection – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, form }) => redirect(await withdrawFrom(actor, form), 303));

export default function Refused() {
  return <RefusedForm back="/charte/consentement" backLabel="Revenir à la consultation" />;
}
