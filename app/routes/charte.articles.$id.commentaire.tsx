import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { articlePage } from "~/features/charter/article/pages.server";
import { ArticleView } from "~/features/charter/components/article-view";
import { commentFrom } from "~/features/charter/proposal/forms.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Commenter un article – Le Fil" }];

export const loader = asMember(({ actor, params }) => articlePage(actor, idOf(params)));

export const action = asMember(async ({ actor, params, form }) => redirect(await commentFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export default function Comment() {
  return (
    <PageFrame>
      <ArticleView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
