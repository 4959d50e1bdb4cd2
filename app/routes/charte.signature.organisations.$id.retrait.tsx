import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { RefusedForm } from "~/features/shell/components/refused-form";
import { withdrawForOrganisationFrom } from "~/features/signature/forms.server";
import { SIGNING } from "~/features/signature/model";

export const meta: MetaFunction = () => [{ title: "Retirer la signature d’une organisation – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, form, params }) => redirect(await withdrawForOrganisationFrom(actor, idOf(params), form), 303), { evenPaused: true });

export default function Refused() {
  return <RefusedForm back={SIGNING} backLabel="Revenir à la signature" />;
}
