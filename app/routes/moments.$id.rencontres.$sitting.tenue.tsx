import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { holdFrom } from "~/features/attendance/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Rencontre tenue – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, form, params }) => redirect(await holdFrom(actor, { meetingId: idOf(params), sittingId: idOf(params, "sitting") }, form), 303));

export default function Refused() {
  return <RefusedForm back="/moments" backLabel="Revenir aux Moments d’échange" />;
}
