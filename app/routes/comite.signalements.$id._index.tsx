import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { CaseView } from "~/features/report/components/case-view";
import { casePage } from "~/features/report/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Un signalement – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => casePage(actor, idOf(params)));

export default function Case() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title={page.causeWord} back={{ to: "/comite/signalements", label: "Signalements" }} />
      <CaseView page={page} />
    </PageFrame>
  );
}
