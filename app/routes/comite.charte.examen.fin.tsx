import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, onlyPosted } from "~/kit/guard.server";
import { endReviewFrom } from "~/features/charter/review/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Terminer l’examen – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form }) => redirect(await endReviewFrom(actor, form), 303));

export default function Refused() {
  return <RefusedForm back="/charte/gestionnaires" backLabel="Revenir à l’examen" />;
}
