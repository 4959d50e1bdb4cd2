import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { OrganisationReview } from "~/features/charter/components/review-forms";
import { organisationPage } from "~/features/charter/review/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "La charte, pour votre organisation – Le Fil" }];

export const loader = asMember(({ actor, params }) => organisationPage(actor, idOf(params, "organisation")));

export default function OrganisationCharter() {
  return (
    <PageFrame>
      <OrganisationReview page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
