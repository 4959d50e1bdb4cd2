import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, onlyPosted } from "~/kit/guard.server";
import { chooseFollowsFrom } from "~/features/follow/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Suivis – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, form }) => redirect(await chooseFollowsFrom(actor, form), 303), { evenPaused: true });

export default function Refused() {
  return <RefusedForm back="/reglages/notifications" backLabel="Revenir aux réglages" />;
}
