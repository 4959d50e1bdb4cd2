import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { AuthorView } from "~/features/thread/anonymity/components/author-view";
import { askForAuthorFrom, authorPage } from "~/features/thread/anonymity/forms.server";

export const meta: MetaFunction = () => [{ title: "Écrit sans nom – Le Fil" }];

export const loader = asMember(({ actor, params }) => authorPage(actor, idOf(params)));

export const action = asMember(async ({ actor, params, form }) => redirect(await askForAuthorFrom(actor, idOf(params), form), 303));

export default function Author() {
  return (
    <PageFrame>
      <AuthorView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
