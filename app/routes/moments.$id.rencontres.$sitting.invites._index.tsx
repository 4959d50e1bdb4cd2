import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { GuestsView } from "~/features/answer/components/guests-view";
import { addGuestFrom, guestsPage } from "~/features/answer/guest/forms.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Personnes invitées sans compte – Le Fil" }];

export const loader = asMember(({ actor, params }) => guestsPage(actor, { meetingId: idOf(params), sittingId: idOf(params, "sitting") }));

export const action = asMember(async ({ actor, form, params }) => redirect(await addGuestFrom(actor, { meetingId: idOf(params), sittingId: idOf(params, "sitting") }, form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Guests() {
  return (
    <PageFrame>
      <GuestsView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
