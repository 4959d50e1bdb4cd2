import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { ArchiveThread } from "~/features/archive/components/archive-thread";
import sheet from "~/features/archive/components/archive.css?url";
import { archivedPage } from "~/features/archive/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Publication du groupe Facebook – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, params }) => archivedPage(actor, idOf(params)));

export default function Archived() {
  return (
    <PageFrame>
      <ArchiveThread page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
