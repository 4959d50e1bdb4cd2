import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import sheet from "~/features/archive/components/archive.css?url";
import { TransferView } from "~/features/archive/components/transfer-view";
import { groupFrom } from "~/features/archive/transfer/forms.server";
import { groupPage } from "~/features/archive/transfer/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Choisir le groupe – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, params }) => groupPage(actor, idOf(params)));

export const action = asMember(async ({ actor, params, form }) => redirect(await groupFrom(actor, idOf(params), form), 303));

export default function Group() {
  return (
    <PageFrame>
      <TransferView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
