import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { NewMeetingForm } from "~/features/meeting/components/plan-forms";
import { planFrom } from "~/features/meeting/forms.server";
import { newMeetingPage } from "~/features/meeting/plan-pages.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Planifier un Moment d’échange – Le Fil" }];

export const loader = asCommittee(({ actor, request }) => newMeetingPage(actor, request));

export const action = asCommittee(async ({ actor, form }) => redirect(await planFrom(actor, form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function NewMeeting() {
  return (
    <PageFrame>
      <PageHeader title="Planifier un Moment d’échange" back={{ to: "/comite/moments", label: "La saison" }} />
      <NewMeetingForm page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
