import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { TopicView } from "~/features/topic/components/topic-view";
import sheet from "~/features/topic/components/topic.css?url";
import { topicPage } from "~/features/topic/pages.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? "Sujet"} – Le Fil` }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, params }) => topicPage(actor, idOf(params)));

export default function Topic() {
  return (
    <PageFrame>
      <TopicView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
