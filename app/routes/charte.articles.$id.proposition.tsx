import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { proposePage } from "~/features/charter/article/pages.server";
import { ProposalForm } from "~/features/charter/components/article-forms";
import { proposeFrom } from "~/features/charter/proposal/forms.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Proposer une autre formulation – Le Fil" }];

export const loader = asMember(({ actor, params }) => proposePage(actor, idOf(params)));

export const action = asMember(async ({ actor, params, form }) => redirect(await proposeFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export default function Propose() {
  return (
    <PageFrame>
      <ProposalForm page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
