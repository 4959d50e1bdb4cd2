import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { SeasonPlan } from "~/features/duty/components/season-plan";
import sheet from "~/features/duty/components/turns.css?url";
import { planSeasonFrom } from "~/features/duty/season/forms.server";
import { planPage } from "~/features/duty/season/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Planifier les responsables – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(({ actor, request }) => planPage(actor, request));

export const action = asCommittee(async ({ actor, form, request }) => redirect(await planSeasonFrom(actor, request, form), 303));

export default function Plan() {
  return (
    <PageFrame>
      <SeasonPlan page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
