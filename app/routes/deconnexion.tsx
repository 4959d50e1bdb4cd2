import { redirect, type MetaFunction } from "@remix-run/node";
import { asVisitor, onlyPosted } from "~/kit/guard.server";
import { leave } from "~/features/sign-in/doors.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Déconnexion – Le Fil" }];

export const loader = onlyPosted;

export const action = asVisitor("pressing the button again, once out, is harmless", async ({ actor }) => redirect(await leave(actor), 303));

export default function Refused() {
  return <RefusedForm back="/" backLabel="Revenir à l’accueil" />;
}
