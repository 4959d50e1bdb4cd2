import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asParticipant, idOf } from "~/kit/guard.server";
import { MessageActs, MessageShown } from "~/features/message/components/message-acts";
import { messagePage } from "~/features/message/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Message de ${data?.author ?? "quelqu’un"} – Le Fil` }];

export const loader = asParticipant(({ actor, params }) => messagePage(actor, idOf(params), idOf(params, "message")));

export default function Message() {
  const message = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title={`Message de ${message.author}`} back={{ to: message.place, label: message.title }} />
      <MessageShown message={message} />
      <MessageActs message={message} />
    </PageFrame>
  );
}
