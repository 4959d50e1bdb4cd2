import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asParticipant } from "~/kit/guard.server";
import { ChoicesView } from "~/features/notification/components/choices-view";
import { chooseMailsFrom, choicesPage } from "~/features/notification/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Réglages des notifications – Le Fil" }];

export const loader = asParticipant(({ actor }) => choicesPage(actor));

export const action = asParticipant(async ({ actor, form }) => redirect(await chooseMailsFrom(actor, form), 303), { evenPaused: true });

export default function NotificationChoices() {
  return (
    <PageFrame>
      <ChoicesView choices={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
