import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { ThreadList } from "~/features/thread/components/thread-list";
import { listPage } from "~/features/thread/list-pages.server";
import sheet from "~/features/topic/components/topic.css?url";

export const meta: MetaFunction = () => [{ title: "Discussions – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, request }) => listPage(actor, request));

export default function Discussions() {
  return (
    <PageFrame>
      <ThreadList list={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
