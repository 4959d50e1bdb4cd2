import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { SortForm } from "~/features/thread/components/head-forms";
import { sortingPage, sortFrom } from "~/features/thread/head-pages.server";

export const meta: MetaFunction = () => [{ title: "Sujets de la discussion – Le Fil" }];

export const loader = asMember(({ actor, params }) => sortingPage(actor, idOf(params)));

export const action = asMember(async ({ actor, params, form }) => redirect(await sortFrom(actor, idOf(params), form), 303));

export default function ThreadTopics() {
  return (
    <PageFrame>
      <SortForm page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
