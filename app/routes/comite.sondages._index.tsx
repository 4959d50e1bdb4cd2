import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { deskPage } from "~/features/survey/build-pages.server";
import { DeskView } from "~/features/survey/components/desk-view";
import sheet from "~/features/survey/components/survey.css?url";

export const meta: MetaFunction = () => [{ title: "Les sondages du comité – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(({ actor, request }) => deskPage(actor, request));

export default function Desk() {
  return (
    <PageFrame>
      <DeskView desk={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
