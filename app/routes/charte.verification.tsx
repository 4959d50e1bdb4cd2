import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/signature/components/signature.css?url";
import { VerificationView } from "~/features/signature/components/verification-view";
import { verificationPage } from "~/features/signature/receipt.server";

export const meta: MetaFunction = () => [{ title: "Vérifier un reçu – Le Fil" }];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(async ({ actor, request }) => verificationPage(actor, request));

export default function Verification() {
  return (
    <PageFrame>
      <VerificationView data={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
