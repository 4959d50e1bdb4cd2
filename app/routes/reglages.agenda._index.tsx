import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { FeedView } from "~/features/calendar/components/feed-view";
import { feedPage, renewFeedFrom } from "~/features/calendar/feed.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Mon calendrier – Le Fil" }];

export const loader = asMember(({ actor }) => feedPage(actor));

export const action = asMember(async ({ actor, form }) => redirect(await renewFeedFrom(actor, form), 303), { evenPaused: true });

export default function Feed() {
  return (
    <PageFrame>
      <FeedView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
