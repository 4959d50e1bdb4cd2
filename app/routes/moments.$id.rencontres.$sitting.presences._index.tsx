import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import sheet from "~/features/attendance/components/attendance.css?url";
import { DoorView } from "~/features/attendance/components/door-view";
import { listFrom } from "~/features/attendance/forms.server";
import { doorPage } from "~/features/attendance/pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Présences – Le Fil" }];

export const loader = asMember(({ actor, params }) => doorPage(actor, { meetingId: idOf(params), sittingId: idOf(params, "sitting") }));

export const action = asMember(async ({ actor, params, form }) => redirect(await listFrom(actor, { meetingId: idOf(params), sittingId: idOf(params, "sitting") }, form), 303));

export const clientAction = keepText;

export default function Door() {
  return (
    <PageFrame>
      <DoorView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
