import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import sheet from "~/features/archive/components/archive.css?url";
import { CheckList } from "~/features/archive/components/check-list";
import { standFrom } from "~/features/archive/transfer/forms.server";
import { checkPage } from "~/features/archive/transfer/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Pourrait-on reconnaître quelqu’un? – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, params }) => checkPage(actor, idOf(params)));

export const action = asMember(async ({ actor, params, form }) => redirect(await standFrom(actor, idOf(params), form), 303));

export default function Check() {
  return (
    <PageFrame>
      <CheckList page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
