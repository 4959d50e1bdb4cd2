import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { asMember, idOf } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { ThreadLeading } from "~/features/thread/components/thread-leading";
import { leadingPage, renameFrom } from "~/features/thread/head-pages.server";

export const meta: MetaFunction = () => [{ title: "Gérer la discussion – Le Fil" }];

export const loader = asMember(({ actor, params }) => leadingPage(actor, idOf(params)));

export const action = asMember(async ({ actor, params, form }) => redirect(await renameFrom(actor, idOf(params), form), 303));

export default function Leading() {
  const refused = useActionData() as { problem?: Problem } | undefined;
  return (
    <PageFrame>
      <ThreadLeading thread={useLoaderData<typeof loader>()} problem={refused?.problem} />
    </PageFrame>
  );
}
