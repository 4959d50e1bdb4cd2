import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { RefusedForm } from "~/features/shell/components/refused-form";
import { refuseFrom } from "~/features/signature/publication/forms.server";
import { PUBLICATION } from "~/features/signature/publication/model";

export const meta: MetaFunction = () => [{ title: "Écarter une demande de publication – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await refuseFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back={PUBLICATION} backLabel="Revenir à la publication" />;
}
