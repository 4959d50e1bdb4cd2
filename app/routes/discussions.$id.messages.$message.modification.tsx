import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { asParticipant, idOf } from "~/kit/guard.server";
import { RewordForm } from "~/features/message/components/reword-form";
import { rewordBy, rewordPage } from "~/features/message/pages.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { messageActsPath } from "~/features/thread/model";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Modifier un message – Le Fil" }];

export const loader = asParticipant(({ actor, params }) => rewordPage(actor, idOf(params), idOf(params, "message")));

export const action = asParticipant(async ({ actor, params, form }) => redirect(await rewordBy(actor, idOf(params), idOf(params, "message"), form), 303), { files: true });

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Reword() {
  const message = useLoaderData<typeof loader>();
  const refused = useActionData() as { problem?: Problem } | undefined;
  return (
    <PageFrame>
      <PageHeader title="Modifier votre message" back={{ to: messageActsPath(message.threadId, message.messageId), label: message.title }} />
      <RewordForm message={message} problem={refused?.problem} />
    </PageFrame>
  );
}
