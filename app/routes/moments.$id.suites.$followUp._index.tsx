import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { FollowUpForm } from "~/features/follow-up/components/follow-ups-view";
import { reviseFrom } from "~/features/follow-up/forms.server";
import { followUpPage } from "~/features/follow-up/pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Modifier une suite – Le Fil" }];

export const loader = asMember(({ actor, params }) => followUpPage(actor, idOf(params), idOf(params, "followUp")));

export const action = asMember(async ({ actor, params, form }) => redirect(await reviseFrom(actor, idOf(params), idOf(params, "followUp"), form), 303));

export const clientAction = keepText;

export default function FollowUp() {
  return (
    <PageFrame>
      <FollowUpForm page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
