import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { monthPage } from "~/features/meeting/calendar.server";
import { MonthView } from "~/features/meeting/components/month-view";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/ui/styles/month.css?url";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? "Calendrier"} – Moments d’échange – Le Fil` }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, params }) => monthPage(actor, params.month));

export default function Month() {
  return (
    <PageFrame wide>
      <MonthView month={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
