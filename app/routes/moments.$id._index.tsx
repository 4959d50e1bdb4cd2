import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { MeetingView } from "~/features/meeting/components/meeting-view";
import { meetingPage } from "~/features/meeting/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? "Moment d’échange"} – Le Fil` }];

export const loader = asMember(({ actor, params }) => meetingPage(actor, idOf(params)));

export default function Meeting() {
  return (
    <PageFrame>
      <MeetingView meeting={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
