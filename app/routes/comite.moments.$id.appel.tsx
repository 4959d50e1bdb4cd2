import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { callFrom } from "~/features/answer/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Invitation à répondre – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await callFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back="/comite/moments" backLabel="Revenir à la saison" />;
}
