import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { DatesSought } from "~/features/date-poll/components/dates-sought";
import { openPolls } from "~/features/date-poll/pages.server";
import { MeetingList } from "~/features/meeting/components/meeting-list";
import { listPage } from "~/features/meeting/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Moments d’échange – Le Fil" }];

export const loader = asMember(async ({ actor, request }) => {
  const [list, polls] = await Promise.all([listPage(actor, request), openPolls(actor)]);
  return { list, polls };
});

export default function Meetings() {
  const { list, polls } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <MeetingList list={list}>
        <DatesSought polls={polls} />
      </MeetingList>
    </PageFrame>
  );
}
