import { redirect, type MetaFunction } from "@remix-run/node";
import { asParticipant, idOf, onlyPosted } from "~/kit/guard.server";
import { closePollBy } from "~/features/poll/pages.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Fermer le sondage – Le Fil" }];

export const loader = onlyPosted;

export const action = asParticipant(async ({ actor, params, form }) => redirect(await closePollBy(actor, idOf(params), idOf(params, "message"), form), 303));

export default function Refused() {
  return <RefusedForm back="/discussions" backLabel="Revenir aux discussions" />;
}
