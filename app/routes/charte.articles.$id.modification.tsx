import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { rewriteFrom } from "~/features/charter/article/forms.server";
import { editPage } from "~/features/charter/article/pages.server";
import { ArticleForm } from "~/features/charter/components/article-forms";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Modifier un article – Le Fil" }];

export const loader = asMember(({ actor, params }) => editPage(actor, idOf(params)));

export const action = asMember(async ({ actor, params, form }) => redirect(await rewriteFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export default function Rewrite() {
  return (
    <PageFrame>
      <ArticleForm page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
