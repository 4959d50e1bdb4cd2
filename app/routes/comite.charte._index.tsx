import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { LeadView } from "~/features/charter/components/lead-view";
import { beginFrom } from "~/features/charter/forms.server";
import { leadPage } from "~/features/charter/pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { SigningDesk } from "~/features/signature/components/signing-panel";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Mener la charte – Le Fil" }];

export const loader = asCommittee(({ actor }) => leadPage(actor));

export const action = asCommittee(async ({ actor, form }) => redirect(await beginFrom(actor, form), 303));

export const clientAction = keepText;

export default function LeadCharter() {
  return (
    <PageFrame>
      <LeadView page={useLoaderData<typeof loader>()} />
      <SigningDesk />
    </PageFrame>
  );
}
