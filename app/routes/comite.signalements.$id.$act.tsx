import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { actFrom, actPage } from "~/features/report/act-pages.server";
import { ActForm } from "~/features/report/components/act-form";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.offered?.title ?? "Signalement"} – Le Fil` }];

export const loader = asCommittee(({ actor, params }) => actPage(actor, idOf(params), params.act));

export const action = asCommittee(async ({ actor, params, form }) => redirect(await actFrom(actor, idOf(params), params.act, form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function CaseAct() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title={page.offered?.title ?? "Un signalement"} lead={page.what} back={{ to: page.back, label: "Le signalement" }} />
      <ActForm page={page} />
    </PageFrame>
  );
}
