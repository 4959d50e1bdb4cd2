import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { castFrom } from "~/features/survey/answer/forms.server";
import { AnswerView } from "~/features/survey/components/answer-view";
import { answerPage } from "~/features/survey/pages.server";
import sheet from "~/features/survey/components/survey.css?url";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? "Sondage"}, réponse sans nom – Le Fil` }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, params }) => answerPage(actor, idOf(params)));

/** An address of its own: what is posted here is kept nowhere but in the box, not even by a sign-in on the way. */
export const action = asMember(async ({ actor, form, params }) => redirect(await castFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Answer() {
  return (
    <PageFrame>
      <AnswerView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
