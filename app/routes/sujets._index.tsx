import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { TopicList } from "~/features/topic/components/topic-list";
import sheet from "~/features/topic/components/topic.css?url";
import { topicsPage } from "~/features/topic/pages.server";

export const meta: MetaFunction = () => [{ title: "Sujets – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, request }) => topicsPage(actor, request));

export default function Topics() {
  return (
    <PageFrame>
      <TopicList page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
