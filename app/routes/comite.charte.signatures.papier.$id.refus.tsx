import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { RefusedForm } from "~/features/shell/components/refused-form";
import { dropPaperFrom } from "~/features/signature/paper/forms.server";
import { PAPER } from "~/features/signature/paper/model";

export const meta: MetaFunction = () => [{ title: "Écarter une signature sur papier – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await dropPaperFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back={PAPER} backLabel="Revenir aux signatures sur papier" />;
}
