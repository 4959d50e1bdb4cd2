import { redirect, type MetaFunction } from "@remix-run/node";
import { asParticipant, onlyPosted } from "~/kit/guard.server";
import { readFrom } from "~/features/notification/pages.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Lecture des notifications – Le Fil" }];

export const loader = onlyPosted;

export const action = asParticipant(async ({ actor, form }) => redirect(await readFrom(actor, form), 303), { quiet: true, repeatable: true, evenPaused: true });

export default function Refused() {
  return <RefusedForm back="/notifications" backLabel="Revenir aux notifications" />;
}
