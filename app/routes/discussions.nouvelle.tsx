import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { asMember } from "~/kit/guard.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { NewThread } from "~/features/thread/components/new-thread";
import { newThreadPage, start } from "~/features/thread/pages.server";

export const meta: MetaFunction = () => [{ title: "Écrire à la communauté – Le Fil" }];

export const loader = asMember(({ actor, request }) => newThreadPage(actor, request));

export const action = asMember(async ({ actor, form }) => redirect(await start(actor, form), 303), { files: true });

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function NewDiscussion() {
  const refused = useActionData() as { problem?: Problem } | undefined;
  return (
    <PageFrame>
      <NewThread {...useLoaderData<typeof loader>()} problem={refused?.problem} />
    </PageFrame>
  );
}
