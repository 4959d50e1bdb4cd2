import { redirect, type MetaFunction } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { asCommittee, idOf, onlyPosted } from "~/kit/guard.server";
import { dropFrom } from "~/features/date-poll/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Fermer la recherche – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form, params }) => redirect(await dropFrom(actor, { meetingId: idOf(params), pollId: idOf(params, "poll") }, form), 303));

export default function Refused() {
  const { id, poll } = useParams();
  return <RefusedForm back={`/comite/moments/${id}/dates/${poll}`} backLabel="Revenir à la recherche de date" />;
}
