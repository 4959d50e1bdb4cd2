import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { CharterView } from "~/features/charter/components/charter-view";
import { charterPage } from "~/features/charter/pages.server";
import { SigningPanel } from "~/features/signature/components/signing-panel";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Charte de collaboration – Le Fil" }];

export const loader = asMember(({ actor }) => charterPage(actor));

export default function Charter() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <CharterView page={page} />
      {page.version?.state === "in-force" ? <SigningPanel /> : null}
    </PageFrame>
  );
}
