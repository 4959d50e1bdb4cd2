import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { seasonPage } from "~/features/meeting/calendar.server";
import { SeasonView } from "~/features/meeting/components/season-view";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "La saison – Le Fil" }];

export const loader = asCommittee(({ actor, request }) => seasonPage(actor, request));

export default function Season() {
  return (
    <PageFrame>
      <SeasonView season={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
