import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { AnswersView } from "~/features/answer/components/answers-view";
import { questionsFrom } from "~/features/answer/forms.server";
import { answersPage } from "~/features/answer/overview.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Réponses${data ? ` – ${data.title}` : ""} – Le Fil` }];

export const loader = asCommittee(({ actor, params }) => answersPage(actor, idOf(params)));

/** The questions to those who come. */
export const action = asCommittee(async ({ actor, form, params }) => redirect(await questionsFrom(actor, idOf(params), form), 303));

export default function Answers() {
  return (
    <PageFrame>
      <AnswersView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
