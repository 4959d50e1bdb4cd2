import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import sheet from "~/features/attendance/components/attendance.css?url";
import { DoorView } from "~/features/attendance/components/door-view";
import { visitorFrom } from "~/features/attendance/forms.server";
import { doorPage } from "~/features/attendance/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Une personne sans compte – Le Fil" }];

export const loader = asMember(({ actor, params }) => doorPage(actor, { meetingId: idOf(params), sittingId: idOf(params, "sitting") }));

export const action = asMember(async ({ actor, params, form }) => redirect(await visitorFrom(actor, { meetingId: idOf(params), sittingId: idOf(params, "sitting") }, form), 303));

export default function Visitor() {
  return (
    <PageFrame>
      <DoorView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
