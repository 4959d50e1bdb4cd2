import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asParticipant, idOf } from "~/kit/guard.server";
import { ReportForm } from "~/features/report/components/report-form";
import { reportFrom, reportPage } from "~/features/report/pages.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Signaler au comité – Le Fil" }];

export const loader = asParticipant(({ actor, params }) => reportPage(actor, params.subject, idOf(params)));

export const action = asParticipant(async ({ actor, params, form }) => redirect(await reportFrom(actor, params.subject, idOf(params), form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Report() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Signaler au comité" back={{ to: page.back, label: page.title }} />
      <ReportForm page={page} />
    </PageFrame>
  );
}
