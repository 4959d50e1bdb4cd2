import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { OpenConsentView } from "~/features/charter/components/consent-view";
import { openFrom } from "~/features/charter/consent/forms.server";
import { openPage } from "~/features/charter/consent/pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Ouvrir le consentement – Le Fil" }];

export const loader = asCommittee(({ actor }) => openPage(actor));

export const action = asCommittee(async ({ actor, form }) => redirect(await openFrom(actor, form), 303));

export const clientAction = keepText;

export default function OpenConsent() {
  return (
    <PageFrame>
      <OpenConsentView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
