import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { FollowUpsView } from "~/features/follow-up/components/follow-ups-view";
import { entrustFrom } from "~/features/follow-up/forms.server";
import { followUpsPage } from "~/features/follow-up/pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Suites – Le Fil" }];

export const loader = asMember(({ actor, params }) => followUpsPage(actor, idOf(params)));

export const action = asMember(async ({ actor, params, form }) => redirect(await entrustFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export default function FollowUps() {
  return (
    <PageFrame>
      <FollowUpsView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
