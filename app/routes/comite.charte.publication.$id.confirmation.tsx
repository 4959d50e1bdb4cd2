import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { RefusedForm } from "~/features/shell/components/refused-form";
import { confirmFrom } from "~/features/signature/publication/forms.server";
import { PUBLICATION } from "~/features/signature/publication/model";

export const meta: MetaFunction = () => [{ title: "Confirmer une version de la Charte – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await confirmFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back={PUBLICATION} backLabel="Revenir à la publication" />;
}
