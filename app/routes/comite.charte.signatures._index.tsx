import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { FollowUpView } from "~/features/signature/components/follow-up-view";
import sheet from "~/features/signature/components/signature.css?url";
import { followUpPage, remindFrom } from "~/features/signature/follow-up/forms.server";

export const meta: MetaFunction = () => [{ title: "Suivi des signatures – Le Fil" }];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(async ({ actor }) => followUpPage(actor));

export const action = asCommittee(async ({ actor, form }) => redirect(await remindFrom(actor, form), 303));

export default function FollowUp() {
  return (
    <PageFrame wide>
      <FollowUpView data={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
