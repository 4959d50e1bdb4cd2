import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { RemovalForm } from "~/features/report/components/removal-form";
import { removalPage, removeThreadFrom } from "~/features/report/removal.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { leadPath } from "~/features/thread/model";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Retirer une discussion – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => removalPage(actor, idOf(params)));

export const action = asCommittee(async ({ actor, params, form }) => redirect(await removeThreadFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Removal() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title={page.removed ? "Remettre la discussion en place" : "Retirer la discussion"} lead={page.title} back={{ to: leadPath(page.threadId), label: "Gérer la discussion" }} />
      <RemovalForm page={page} />
    </PageFrame>
  );
}
