import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, onlyPosted } from "~/kit/guard.server";
import { RefusedForm } from "~/features/shell/components/refused-form";
import { dropFrom } from "~/features/signature/campaign/forms.server";
import { CAMPAIGN } from "~/features/signature/campaign/model";

export const meta: MetaFunction = () => [{ title: "Abandonner une campagne – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form }) => redirect(await dropFrom(actor, form), 303));

export default function Refused() {
  return <RefusedForm back={CAMPAIGN} backLabel="Revenir à la campagne" />;
}
