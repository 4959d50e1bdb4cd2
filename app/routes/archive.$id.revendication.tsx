import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { claimFrom } from "~/features/archive/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "C’est moi – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, params, form }) => redirect(await claimFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back="/archive" backLabel="Revenir à l’archive" />;
}
