import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { publishFrom } from "~/features/archive/transfer/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Publier – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, params, form }) => redirect(await publishFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back="/archive/apports" backLabel="Revenir à ce que vous avez apporté" />;
}
