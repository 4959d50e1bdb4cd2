import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import sheet from "~/features/duty/components/kit.css?url";
import { HandoverPage } from "~/features/duty/components/handover";
import { handoverFrom } from "~/features/duty/kit/forms.server";
import { kitPage } from "~/features/duty/kit/pages.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Passer le relais – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, params }) => kitPage(actor, idOf(params), idOf(params, "sitting")));

export const action = asMember(async ({ actor, form, params }) => redirect(await handoverFrom(actor, { meetingId: idOf(params), sittingId: idOf(params, "sitting") }, form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Handover() {
  return (
    <PageFrame>
      <HandoverPage page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
