import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { ShortView } from "~/features/charter/components/charter-view";
import { shortPage } from "~/features/charter/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "La charte en une page – Le Fil" }];

export const loader = asMember(({ actor }) => shortPage(actor));

export default function ShortCharter() {
  return (
    <PageFrame>
      <ShortView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
