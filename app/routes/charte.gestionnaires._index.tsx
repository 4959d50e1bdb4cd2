import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { ReviewView } from "~/features/charter/components/review-view";
import { reviewPage } from "~/features/charter/review/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "L’examen des gestionnaires – Le Fil" }];

export const loader = asMember(({ actor }) => reviewPage(actor));

export default function Review() {
  return (
    <PageFrame>
      <ReviewView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
