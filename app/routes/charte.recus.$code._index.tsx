import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { ReceiptView } from "~/features/signature/components/receipt-view";
import sheet from "~/features/signature/components/signature.css?url";
import { receiptPage } from "~/features/signature/receipt.server";

export const meta: MetaFunction = () => [{ title: "Reçu de signature – Le Fil" }];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(async ({ actor, params }) => receiptPage(actor, params.code));

export default function Receipt() {
  return (
    <PageFrame>
      <ReceiptView receipt={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
