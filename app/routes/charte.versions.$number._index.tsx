import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { VersionView } from "~/features/charter/components/charter-view";
import { versionPage } from "~/features/charter/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Charte, version ${data?.version.number ?? ""} – Le Fil` }];

export const loader = asMember(({ actor, params }) => versionPage(actor, idOf(params, "number")));

export default function Version() {
  return (
    <PageFrame>
      <VersionView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
