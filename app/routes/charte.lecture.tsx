import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, onlyPosted } from "~/kit/guard.server";
import { readFrom } from "~/features/charter/forms.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Lecture de la charte – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor }) => redirect(await readFrom(actor), 303));

export default function Refused() {
  return <RefusedForm back="/charte" backLabel="Revenir à la charte" />;
}
