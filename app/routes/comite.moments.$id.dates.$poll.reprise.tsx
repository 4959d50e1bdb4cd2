import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import sheet from "~/features/date-poll/components/date-poll.css?url";
import { RepeatDayForm } from "~/features/date-poll/components/slots-view";
import { repeatDayPage } from "~/features/date-poll/desk-pages.server";
import { repeatDayFrom } from "~/features/date-poll/forms.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Reprendre les heures d’un jour – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(({ actor, params, request }) => repeatDayPage(actor, { meetingId: idOf(params), pollId: idOf(params, "poll") }, request));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await repeatDayFrom(actor, { meetingId: idOf(params), pollId: idOf(params, "poll") }, form), 303));

export const clientAction = keepText;

export default function RepeatDayFormPage() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Reprendre les heures d’un jour" facts={[page.title, page.pole].filter(Boolean).join(" · ")} back={{ to: `${page.desk}/heures`, label: "Les heures proposées" }} />
      <RepeatDayForm page={page} />
    </PageFrame>
  );
}
