import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { OwnCaseView } from "~/features/report/components/own-case-view";
import { ownCasePage } from "~/features/report/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Le comité vous écrit – Le Fil" }];

export const loader = asMember(({ actor, params }) => ownCasePage(actor, idOf(params)));

export default function OwnCase() {
  return (
    <PageFrame>
      <PageHeader title="Le comité vous écrit" back={{ to: "/notifications", label: "Notifications" }} />
      <OwnCaseView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
