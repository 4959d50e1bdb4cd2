import { redirect, type MetaFunction } from "@remix-run/node";
import { asMember, idOf, onlyPosted } from "~/kit/guard.server";
import { RefusedForm } from "~/features/shell/components/refused-form";
import { askFrom } from "~/features/thread/head-pages.server";

export const meta: MetaFunction = () => [{ title: "Question – Le Fil" }];

export const loader = onlyPosted;

export const action = asMember(async ({ actor, params, form }) => redirect(await askFrom(actor, idOf(params), form), 303));

export default function Refused() {
  return <RefusedForm back="/discussions" backLabel="Revenir aux discussions" />;
}
