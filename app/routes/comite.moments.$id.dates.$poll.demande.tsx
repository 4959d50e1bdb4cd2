import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import sheet from "~/features/date-poll/components/date-poll.css?url";
import { RequestForm } from "~/features/date-poll/components/polls-view";
import { requestPage } from "~/features/date-poll/desk-pages.server";
import { reviseRequestFrom } from "~/features/date-poll/forms.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Ce qui est demandé – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(({ actor, params }) => requestPage(actor, { meetingId: idOf(params), pollId: idOf(params, "poll") }));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await reviseRequestFrom(actor, { meetingId: idOf(params), pollId: idOf(params, "poll") }, form), 303));

export const clientAction = keepText;

export default function RequestFormPage() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Ce qui est demandé" facts={[page.title, page.pole].filter(Boolean).join(" · ")} back={{ to: page.desk, label: "Trouver une date" }} />
      <RequestForm page={page} />
    </PageFrame>
  );
}
