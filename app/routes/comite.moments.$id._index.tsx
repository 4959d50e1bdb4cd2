import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { afreshOnConflict } from "~/features/meeting/components/plan-forms";
import { PlanView } from "~/features/meeting/components/plan-view";
import { reviseFrom } from "~/features/meeting/forms.server";
import { planPage } from "~/features/meeting/plan-pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Préparer${data ? ` ${data.title}` : ""} – Le Fil` }];

export const loader = asCommittee(({ actor, params }) => planPage(actor, idOf(params)));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await reviseFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export const shouldRevalidate = afreshOnConflict;

export default function Plan() {
  return (
    <PageFrame>
      <PlanView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
