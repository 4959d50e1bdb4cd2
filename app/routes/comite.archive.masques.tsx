import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, onlyPosted } from "~/kit/guard.server";
import { settleConcealedFrom } from "~/features/archive/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Textes masqués – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form }) => redirect(await settleConcealedFrom(actor, form), 303));

export default function Refused() {
  return <RefusedForm back="/comite/archive" backLabel="Revenir à l’archive" />;
}
