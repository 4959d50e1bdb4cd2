import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { removeGuestFrom } from "~/features/answer/guest/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Retirer une personne – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, form, params }) => redirect(await removeGuestFrom(actor, { meetingId: idOf(params), sittingId: idOf(params, "sitting") }, idOf(params, "guest"), form), 303));

export default function Refused() {
  return <RefusedForm back="/moments" backLabel="Revenir aux Moments d’échange" />;
}
