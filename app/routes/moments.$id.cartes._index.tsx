import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { noteFrom } from "~/features/attendance/card/forms.server";
import { cardsPage } from "~/features/attendance/card/pages.server";
import sheet from "~/features/attendance/components/attendance.css?url";
import { CardsView } from "~/features/attendance/components/cards-view";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Ce sur quoi revenir – Le Fil" }];

export const loader = asMember(({ actor, params }) => cardsPage(actor, idOf(params)));

export const action = asMember(async ({ actor, params, form }) => redirect(await noteFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export default function Cards() {
  return (
    <PageFrame>
      <CardsView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
