import { redirect, type MetaFunction } from "@remix-run/node";
import { asParticipant, idOf, onlyPosted } from "~/kit/guard.server";
import { markUnreadBy } from "~/features/message/pages.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Marquer comme non lu – Le Fil" }];

export const loader = onlyPosted;

export const action = asParticipant(async ({ actor, params, form }) => redirect(await markUnreadBy(actor, idOf(params), idOf(params, "message"), form), 303), { evenPaused: true });

export default function Refused() {
  return <RefusedForm back="/discussions" backLabel="Revenir aux discussions" />;
}
