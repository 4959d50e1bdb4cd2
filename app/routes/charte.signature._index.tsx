import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import charterSheet from "~/features/charter/components/charter.css?url";
import { PageFrame } from "~/features/shell/components/page-frame";
import { afreshOnConflict } from "~/features/signature/components/signing-form";
import { SigningView } from "~/features/signature/components/signing-view";
import sheet from "~/features/signature/components/signature.css?url";
import { signFrom } from "~/features/signature/forms.server";
import { signingPage } from "~/features/signature/pages.server";

export const meta: MetaFunction = () => [{ title: "Signer la Charte – Le Fil" }];
export const links: LinksFunction = () => [charterSheet, sheet].map((href) => ({ rel: "stylesheet", href }));

export const shouldRevalidate = afreshOnConflict;

export const loader = asMember(async ({ actor }) => signingPage(actor));

export const action = asMember(async ({ actor, form }) => redirect(await signFrom(actor, form), 303));

export default function Signing() {
  return (
    <PageFrame>
      <SigningView data={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
