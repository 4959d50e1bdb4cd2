import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import sheet from "~/features/archive/components/archive.css?url";
import { TransferView } from "~/features/archive/components/transfer-view";
import { transferPage } from "~/features/archive/transfer/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Votre archive – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, params, request }) => transferPage(actor, idOf(params), request));

export default function Transfer() {
  return (
    <PageFrame>
      <TransferView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
