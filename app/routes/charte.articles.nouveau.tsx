import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { asMember } from "~/kit/guard.server";
import { addFrom } from "~/features/charter/article/forms.server";
import { newArticlePage } from "~/features/charter/article/pages.server";
import { ArticleForm } from "~/features/charter/components/article-forms";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Un nouvel article – Le Fil" }];

export const loader = asMember(({ actor }) => newArticlePage(actor));

export const action = asMember(async ({ actor, form }) => redirect(await addFrom(actor, form), 303));

export const clientAction = keepText;

export default function NewArticle() {
  return (
    <PageFrame>
      <ArticleForm page={null} />
    </PageFrame>
  );
}
