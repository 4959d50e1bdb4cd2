import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { AnswerView } from "~/features/survey/components/answer-view";
import { previewPage } from "~/features/survey/pages.server";
import sheet from "~/features/survey/components/survey.css?url";

export const meta: MetaFunction = () => [{ title: "Aperçu du sondage – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

/** The survey as a member will see it; nothing can be sent from here. */
export const loader = asCommittee(({ actor, params }) => previewPage(actor, idOf(params)));

export default function Preview() {
  return (
    <PageFrame>
      <AnswerView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
