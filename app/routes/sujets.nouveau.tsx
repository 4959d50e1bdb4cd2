import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { ProposalForm } from "~/features/topic/components/topic-forms";
import { proposeFrom } from "~/features/topic/forms.server";
import { proposalPage } from "~/features/topic/pages.server";

export const meta: MetaFunction = () => [{ title: "Proposer un sujet – Le Fil" }];

export const loader = asMember(({ actor, request }) => proposalPage(actor, request));

export const action = asMember(async ({ actor, form }) => redirect(await proposeFrom(actor, form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function NewTopic() {
  return (
    <PageFrame>
      <ProposalForm page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
