import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import sheet from "~/features/date-poll/components/date-poll.css?url";
import { DeskView } from "~/features/date-poll/components/desk-view";
import { LivePoll } from "~/features/date-poll/components/live-poll";
import { PollTag } from "~/features/date-poll/components/poll-tags";
import { deskPage } from "~/features/date-poll/desk-pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Trouver une date – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(({ actor, params }) => deskPage(actor, { meetingId: idOf(params), pollId: idOf(params, "poll") }));

export default function DatePollDesk() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame wide>
      <PageHeader
        title="Trouver une date"
        back={{ to: `/comite/moments/${page.meetingId}/dates`, label: "Recherches de date" }}
        facts={
          <span className="row">
            <span>{[page.title, page.pole].filter(Boolean).join(" · ")}</span> <PollTag state={page.state} />
          </span>
        }
      />
      <LivePoll id={page.id} stamp={page.stamp} />
      <DeskView page={page} />
    </PageFrame>
  );
}
