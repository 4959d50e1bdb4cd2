import { redirect, type MetaFunction } from "@remix-run/node";
import { asVisitor, onlyPosted } from "~/kit/guard.server";
import { enterAsPersona } from "~/features/sign-in/doors.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Démonstration – Le Fil" }];

export const loader = onlyPosted;

export const action = asVisitor("the demo's people are entered without a code, and exist with the demo only", async (posted) => redirect(await enterAsPersona(posted), 303));

export default function Refused() {
  return <RefusedForm back="/connexion" backLabel="Revenir à la connexion" />;
}
