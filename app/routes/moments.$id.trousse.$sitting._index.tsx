import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import sheet from "~/features/duty/components/kit.css?url";
import { KitView } from "~/features/duty/components/kit-view";
import turnsSheet from "~/features/duty/components/turns.css?url";
import { addTaskFrom } from "~/features/duty/kit/forms.server";
import { kitPage } from "~/features/duty/kit/pages.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "La trousse – Le Fil" }];

export const links: LinksFunction = () => [turnsSheet, sheet].map((href) => ({ rel: "stylesheet", href }));

export const loader = asMember(({ actor, params }) => kitPage(actor, idOf(params), idOf(params, "sitting")));

export const action = asMember(async ({ actor, form, params }) => redirect(await addTaskFrom(actor, { meetingId: idOf(params), sittingId: idOf(params, "sitting") }, form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Kit() {
  return (
    <PageFrame>
      <KitView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
