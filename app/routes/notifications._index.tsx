import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asParticipant } from "~/kit/guard.server";
import { NotificationList } from "~/features/notification/components/notification-list";
import { notificationsPage } from "~/features/notification/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Notifications – Le Fil" }];

export const loader = asParticipant(({ actor, request }) => notificationsPage(actor, request));

export default function Notifications() {
  return (
    <PageFrame>
      <NotificationList page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
