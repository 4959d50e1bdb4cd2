import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import sheet from "~/features/archive/components/archive.css?url";
import { ReportPage } from "~/features/archive/components/report-page";
import { reportFrom } from "~/features/archive/forms.server";
import { reportPage } from "~/features/archive/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Signaler un renseignement personnel – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, params }) => reportPage(actor, idOf(params)));

export const action = asMember(async ({ actor, params, form }) => redirect(await reportFrom(actor, idOf(params), form), 303));

export default function Report() {
  return (
    <PageFrame>
      <ReportPage page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
