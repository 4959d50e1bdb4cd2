import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { ChoosingView } from "~/features/date-poll/components/choosing-view";
import sheet from "~/features/date-poll/components/date-poll.css?url";
import { choosingPage } from "~/features/date-poll/desk-pages.server";
import { chooseFrom } from "~/features/date-poll/forms.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Choisir cette date – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(({ actor, params }) => choosingPage(actor, { meetingId: idOf(params), pollId: idOf(params, "poll") }, idOf(params, "slot")));

/** Makes the slot the sitting. */
export const action = asCommittee(async ({ actor, form, params }) => redirect(await chooseFrom(idOf(params, "slot"))(actor, { meetingId: idOf(params), pollId: idOf(params, "poll") }, form), 303));

export default function Choosing() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Choisir cette date?" facts={[page.title, page.pole].filter(Boolean).join(" · ")} lead={`${page.slot.day}, ${page.slot.hours}`} back={{ to: page.desk, label: "Trouver une date" }} />
      <ChoosingView page={page} />
    </PageFrame>
  );
}
