import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { MinutesView } from "~/features/minutes/components/minutes-view";
import sheet from "~/features/minutes/components/minutes.css?url";
import { minutesPage } from "~/features/minutes/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Compte rendu – Le Fil" }];

export const loader = asMember(({ actor, params }) => minutesPage(actor, idOf(params)));

export default function Minutes() {
  return (
    <PageFrame>
      <MinutesView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
