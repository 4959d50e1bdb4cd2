import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { ArchiveList } from "~/features/archive/components/archive-list";
import sheet from "~/features/archive/components/archive.css?url";
import { archivePage } from "~/features/archive/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Archive du groupe Facebook – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, request }) => archivePage(actor, request));

export default function Archive() {
  return (
    <PageFrame>
      <ArchiveList page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
