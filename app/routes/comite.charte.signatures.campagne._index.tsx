import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { campaignPage, planFrom } from "~/features/signature/campaign/forms.server";
import { CampaignView } from "~/features/signature/components/campaign-view";
import sheet from "~/features/signature/components/signature.css?url";

export const meta: MetaFunction = () => [{ title: "Renouveler les signatures – Le Fil" }];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(async ({ actor }) => campaignPage(actor));

export const action = asCommittee(async ({ actor, form }) => redirect(await planFrom(actor, form), 303));

export default function Campaign() {
  return (
    <PageFrame>
      <CampaignView data={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
