import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { ConsentView } from "~/features/charter/components/consent-view";
import { answerFrom } from "~/features/charter/consent/forms.server";
import { consentPage } from "~/features/charter/consent/pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Consentir à la charte – Le Fil" }];

export const loader = asMember(({ actor }) => consentPage(actor));

export const action = asMember(async ({ actor, form }) => redirect(await answerFrom(actor, form), 303));

export const clientAction = keepText;

export default function Consent() {
  return (
    <PageFrame>
      <ConsentView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
