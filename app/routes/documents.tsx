import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { DocumentList } from "~/features/document/components/document-list";
import { documentsPage } from "~/features/document/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Documents – Le Fil" }];

export const loader = asMember(({ actor, request }) => documentsPage(actor, request));

export default function Documents() {
  return (
    <PageFrame>
      <DocumentList list={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
