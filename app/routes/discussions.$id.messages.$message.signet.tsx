import { redirect, type MetaFunction } from "@remix-run/node";
import { asParticipant, idOf, onlyPosted } from "~/kit/guard.server";
import { keepAtHand } from "~/features/bookmark/pages.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Signet – Le Fil" }];

export const loader = onlyPosted;

export const action = asParticipant(async ({ actor, params, form }) => redirect(await keepAtHand(actor, idOf(params), idOf(params, "message"), form), 303), { evenPaused: true });

export default function Refused() {
  return <RefusedForm back="/discussions" backLabel="Revenir aux discussions" />;
}
