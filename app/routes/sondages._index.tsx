import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { SurveyList } from "~/features/survey/components/survey-list";
import { listPage } from "~/features/survey/pages.server";

export const meta: MetaFunction = () => [{ title: "Sondages – Le Fil" }];

export const loader = asMember(({ actor, request }) => listPage(actor, request));

export default function Surveys() {
  return (
    <PageFrame>
      <SurveyList list={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
