import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, onlyPosted } from "~/kit/guard.server";
import { resumeFrom } from "~/features/member/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Reprendre ma participation – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, form }) => redirect(await resumeFrom(actor, form), 303), { evenPaused: true });

export default function Refused() {
  return <RefusedForm back="/reglages" backLabel="Revenir aux réglages" />;
}
