import { redirect, type MetaFunction } from "@remix-run/node";
import { asParticipant, idOf, onlyPosted } from "~/kit/guard.server";
import { RefusedForm } from "~/features/shell/components/refused-form";
import { read } from "~/features/thread/pages.server";

export const meta: MetaFunction = () => [{ title: "Lecture – Le Fil" }];

export const loader = onlyPosted;

export const action = asParticipant(async ({ actor, params, form }) => redirect(await read(actor, idOf(params), form), 303), {
  quiet: true,
  repeatable: true,
  evenPaused: true,
});

export default function Refused() {
  return <RefusedForm back="/discussions" backLabel="Revenir aux discussions" />;
}
