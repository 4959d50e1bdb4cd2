import { redirect, type MetaFunction } from "@remix-run/node";
import { asParticipant, idOf, onlyPosted } from "~/kit/guard.server";
import { forget } from "~/features/draft/pages.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Supprimer un brouillon – Le Fil" }];

export const loader = onlyPosted;

export const action = asParticipant(
  async ({ actor, params }) => {
    await forget(actor, idOf(params));
    return redirect("/brouillons", 303);
  },
  { evenPaused: true },
);

export default function Refused() {
  return <RefusedForm back="/brouillons" backLabel="Revenir à mes brouillons" />;
}
