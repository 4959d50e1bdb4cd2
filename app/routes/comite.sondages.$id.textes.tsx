import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { ReadingView } from "~/features/survey/components/reading-view";
import { judgeFrom } from "~/features/survey/result/forms.server";
import { readingPage } from "~/features/survey/result/pages.server";
import sheet from "~/features/survey/components/survey.css?url";

export const meta: MetaFunction = () => [{ title: "Relire ce qui est écrit – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(({ actor, params }) => readingPage(actor, idOf(params)));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await judgeFrom(actor, idOf(params), form), 303));

export default function Reading() {
  return (
    <PageFrame>
      <ReadingView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
