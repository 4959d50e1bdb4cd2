import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { StepView } from "~/features/duty/components/template-desk";
import { reviseStepFrom } from "~/features/duty/template/forms.server";
import { stepPage } from "~/features/duty/template/pages.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Modifier une tâche – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => stepPage(actor, idOf(params, "step")));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await reviseStepFrom(actor, idOf(params, "step"), form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Step() {
  return (
    <PageFrame>
      <StepView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
