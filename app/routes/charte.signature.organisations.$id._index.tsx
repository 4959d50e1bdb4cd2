import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import charterSheet from "~/features/charter/components/charter.css?url";
import { PageFrame } from "~/features/shell/components/page-frame";
import { afreshOnConflict } from "~/features/signature/components/signing-form";
import { OrganisationSigningView } from "~/features/signature/components/organisation-signing-view";
import sheet from "~/features/signature/components/signature.css?url";
import { signForOrganisationFrom } from "~/features/signature/forms.server";
import { organisationSigningPage } from "~/features/signature/pages.server";

export const meta: MetaFunction = () => [{ title: "Signer au nom d’une organisation – Le Fil" }];
export const links: LinksFunction = () => [charterSheet, sheet].map((href) => ({ rel: "stylesheet", href }));

export const shouldRevalidate = afreshOnConflict;

export const loader = asMember(async ({ actor, params }) => organisationSigningPage(actor, idOf(params)));

export const action = asMember(async ({ actor, form, params }) => redirect(await signForOrganisationFrom(actor, idOf(params), form), 303));

export default function OrganisationSigning() {
  return (
    <PageFrame>
      <OrganisationSigningView data={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
