import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { ResultsView } from "~/features/survey/components/results-view";
import { resultsPage } from "~/features/survey/result/pages.server";
import sheet from "~/features/survey/components/survey.css?url";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Résultats${data ? `, ${data.title}` : ""} – Le Fil` }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, params }) => resultsPage(actor, idOf(params)));

export default function Results() {
  return (
    <PageFrame wide>
      <ResultsView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
