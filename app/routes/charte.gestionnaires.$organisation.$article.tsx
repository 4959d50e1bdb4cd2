import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { AnswerReview } from "~/features/charter/components/review-forms";
import { answerReviewFrom } from "~/features/charter/review/forms.server";
import { answerPage } from "~/features/charter/review/pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Un article, pour votre organisation – Le Fil" }];

export const loader = asMember(({ actor, params }) => answerPage(actor, idOf(params, "organisation"), idOf(params, "article")));

export const action = asMember(async ({ actor, params, form }) => redirect(await answerReviewFrom(actor, idOf(params, "organisation"), idOf(params, "article"), form), 303), { files: true });

export const clientAction = keepText;

export default function AnswerArticle() {
  return (
    <PageFrame>
      <AnswerReview page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
