import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { SummaryForm } from "~/features/thread/components/head-forms";
import { summaryPage, summariseFrom } from "~/features/thread/head-pages.server";

export const meta: MetaFunction = () => [{ title: "Résumé de la discussion – Le Fil" }];

export const loader = asMember(({ actor, params }) => summaryPage(actor, idOf(params)));

export const action = asMember(async ({ actor, params, form }) => redirect(await summariseFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

/** Where someone else was faster, theirs stands beside what was typed. */
export const shouldRevalidate: ShouldRevalidateFunction = (change) => change.actionStatus === 409 || keepPage(change);

export default function ThreadSummary() {
  return (
    <PageFrame>
      <SummaryForm page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
