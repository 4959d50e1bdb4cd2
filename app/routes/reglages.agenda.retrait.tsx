import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, onlyPosted } from "~/kit/guard.server";
import { endFeedFrom } from "~/features/calendar/feed.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Adresse retirée – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, form }) => redirect(await endFeedFrom(actor, form), 303), { evenPaused: true });

export default function Refused() {
  return <RefusedForm back="/reglages/agenda" backLabel="Revenir à mon calendrier" />;
}
