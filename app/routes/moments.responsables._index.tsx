import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { SeasonTurns } from "~/features/duty/components/season-turns";
import sheet from "~/features/duty/components/turns.css?url";
import { awayFrom } from "~/features/duty/season/forms.server";
import { seasonPage } from "~/features/duty/season/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "À tour de rôle – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, request }) => seasonPage(actor, request));

export const action = asMember(async ({ actor, form }) => redirect(await awayFrom(actor, form), 303));

export default function Turns() {
  return (
    <PageFrame wide>
      <SeasonTurns page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
