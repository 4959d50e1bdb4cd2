import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asParticipant } from "~/kit/guard.server";
import { BookmarkList } from "~/features/bookmark/components/bookmark-list";
import { bookmarksPage } from "~/features/bookmark/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Mes signets – Le Fil" }];

export const loader = asParticipant(({ actor, request }) => bookmarksPage(actor, request));

export default function Bookmarks() {
  return (
    <PageFrame>
      <PageHeader title="Mes signets" lead="Des messages à retrouver. Personne d’autre que vous ne voit cette liste." />
      <BookmarkList {...useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
