import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { OpenReviewView } from "~/features/charter/components/review-view";
import { openReviewFrom } from "~/features/charter/review/forms.server";
import { openReviewPage } from "~/features/charter/review/pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Demander l’examen des gestionnaires – Le Fil" }];

export const loader = asCommittee(({ actor }) => openReviewPage(actor));

export const action = asCommittee(async ({ actor, form }) => redirect(await openReviewFrom(actor, form), 303));

export const clientAction = keepText;

export default function OpenReview() {
  return (
    <PageFrame>
      <OpenReviewView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
