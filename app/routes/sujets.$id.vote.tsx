import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { RefusedForm } from "~/features/shell/components/refused-form";
import { voteFrom } from "~/features/topic/forms.server";

export const meta: MetaFunction = () => [{ title: "Voter pour un sujet – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, params, form }) => redirect(await voteFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back="/sujets" backLabel="Revenir aux sujets" />;
}
