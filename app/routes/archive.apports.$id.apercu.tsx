import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import sheet from "~/features/archive/components/archive.css?url";
import { PreviewPage } from "~/features/archive/components/preview-page";
import { previewPage } from "~/features/archive/transfer/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Aperçu de vos textes – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, params, request }) => previewPage(actor, idOf(params), request));

export default function Preview() {
  return (
    <PageFrame>
      <PreviewPage page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
