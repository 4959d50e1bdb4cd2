import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { ProposalView } from "~/features/charter/components/proposal-view";
import { proposalPage } from "~/features/charter/proposal/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Une proposition pour la charte – Le Fil" }];

export const loader = asMember(({ actor, params }) => proposalPage(actor, idOf(params)));

export default function Proposal() {
  return (
    <PageFrame>
      <ProposalView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
