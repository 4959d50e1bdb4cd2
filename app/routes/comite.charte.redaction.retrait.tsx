import { redirect, type MetaFunction } from "@remix-run/node";
import { asCommittee, onlyPosted } from "~/kit/guard.server";
import { releaseFrom } from "~/features/charter/drafter/pages.server";
import { RefusedForm } from "~/features/shell/components/refused-form";

export const meta: MetaFunction = () => [{ title: "Retirer du groupe de rédaction – Le Fil" }];

export const loader = onlyPosted;

export const action = asCommittee(async ({ actor, form }) => redirect(await releaseFrom(actor, form), 303));

export default function Refused() {
  return <RefusedForm back="/comite/charte/redaction" backLabel="Revenir au groupe de rédaction" />;
}
