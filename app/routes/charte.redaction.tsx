import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { workshopPage } from "~/features/charter/article/pages.server";
import { WorkshopView } from "~/features/charter/components/workshop-view";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "L’atelier de la charte – Le Fil" }];

export const loader = asMember(({ actor }) => workshopPage(actor));

export default function Workshop() {
  return (
    <PageFrame>
      <WorkshopView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
