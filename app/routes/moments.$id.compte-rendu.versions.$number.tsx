import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { VersionView } from "~/features/minutes/components/minutes-view";
import sheet from "~/features/minutes/components/minutes.css?url";
import { versionPage } from "~/features/minutes/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = ({ params }) => [{ title: `Compte rendu, version ${params.number} – Le Fil` }];

export const loader = asMember(({ actor, params }) => versionPage(actor, idOf(params), idOf(params, "number")));

export default function Version() {
  return (
    <PageFrame>
      <VersionView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
