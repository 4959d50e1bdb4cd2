import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { articlePage } from "~/features/charter/article/pages.server";
import { ArticleView } from "~/features/charter/components/article-view";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Un article de la charte – Le Fil" }];

export const loader = asMember(({ actor, params }) => articlePage(actor, idOf(params)));

export default function Article() {
  return (
    <PageFrame>
      <ArticleView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
