import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { MeetingList } from "~/features/meeting/components/meeting-list";
import { listPage } from "~/features/meeting/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Moments d’échange – Le Fil" }];

export const loader = asMember(({ actor, request }) => listPage(actor, request));

export default function Meetings() {
  return (
    <PageFrame>
      <MeetingList list={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
