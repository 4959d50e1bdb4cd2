import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { asParticipant, idOf } from "~/kit/guard.server";
import { FollowControl } from "~/features/follow/components/follow-control";
import { ActsInPlace } from "~/features/message/components/acts-in-place";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { ThreadView } from "~/features/thread/components/thread-view";
import { reply, threadPage } from "~/features/thread/pages.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? "Discussion"} – Le Fil` }];

export const loader = asParticipant(({ actor, params, request }) => threadPage(actor, idOf(params), request));

export const action = asParticipant(async ({ actor, params, form }) => redirect(await reply(actor, idOf(params), form), 303), { files: true });

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Discussion() {
  const refused = useActionData() as { problem?: Problem } | undefined;
  const thread = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <ThreadView thread={thread} problem={refused?.problem} beside={<FollowControl threadId={thread.id} follow={thread.follow} />} />
      <ActsInPlace threadId={thread.id} />
    </PageFrame>
  );
}
