import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import sheet from "~/features/date-poll/components/date-poll.css?url";
import { SlotsView } from "~/features/date-poll/components/slots-view";
import { slotsPage } from "~/features/date-poll/desk-pages.server";
import { addSlotFrom } from "~/features/date-poll/forms.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Les heures proposées – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(({ actor, params, request }) => slotsPage(actor, { meetingId: idOf(params), pollId: idOf(params, "poll") }, request));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await addSlotFrom(actor, { meetingId: idOf(params), pollId: idOf(params, "poll") }, form), 303));

export const clientAction = keepText;

export default function SlotsViewPage() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Les heures proposées" facts={[page.title, page.pole].filter(Boolean).join(" · ")} back={{ to: page.desk, label: "Trouver une date" }} />
      <SlotsView page={page} />
    </PageFrame>
  );
}
