import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { removeSpeakerFrom } from "~/features/meeting/speaker/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Retirer une personne – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await removeSpeakerFrom(actor, idOf(params), idOf(params, "speaker"), form), 303));

export default function Refused() {
  return <RefusedForm back="/comite/moments" backLabel="Revenir à la saison" />;
}
