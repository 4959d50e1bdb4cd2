import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { questionPage } from "~/features/survey/build-pages.server";
import { QuestionView } from "~/features/survey/components/question-view";
import { addQuestionFrom } from "~/features/survey/question/forms.server";
import sheet from "~/features/survey/components/survey.css?url";

export const meta: MetaFunction = () => [{ title: "Ajouter une question – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(({ actor, params, request }) => questionPage(actor, idOf(params), null, request));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await addQuestionFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function NewQuestion() {
  return (
    <PageFrame>
      <QuestionView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
