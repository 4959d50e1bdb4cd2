import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { ProposalView } from "~/features/charter/components/proposal-view";
import { voiceFrom } from "~/features/charter/proposal/forms.server";
import { proposalPage } from "~/features/charter/proposal/pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Votre avis sur une proposition – Le Fil" }];

export const loader = asMember(({ actor, params }) => proposalPage(actor, idOf(params)));

export const action = asMember(async ({ actor, params, form }) => redirect(await voiceFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export default function Voice() {
  return (
    <PageFrame>
      <ProposalView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
