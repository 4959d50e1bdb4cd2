import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { AnswersSummary } from "~/features/answer/components/answers-summary";
import { answersPage } from "~/features/answer/overview.server";
import { afreshOnConflict } from "~/features/meeting/components/plan-forms";
import { PlanView } from "~/features/meeting/components/plan-view";
import { reviseFrom } from "~/features/meeting/forms.server";
import { planPage } from "~/features/meeting/plan-pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Préparer${data ? ` ${data.page.title}` : ""} – Le Fil` }];

export const loader = asCommittee(async ({ actor, params }) => {
  const [page, answers] = await Promise.all([planPage(actor, idOf(params)), answersPage(actor, idOf(params))]);
  return { page, answers };
});

export const action = asCommittee(async ({ actor, form, params }) => redirect(await reviseFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export const shouldRevalidate = afreshOnConflict;

export default function Plan() {
  const { page, answers } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PlanView page={page} answers={<AnswersSummary page={answers} />} />
    </PageFrame>
  );
}
