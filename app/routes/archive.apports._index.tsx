import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import sheet from "~/features/archive/components/archive.css?url";
import { BringPage } from "~/features/archive/components/bring-page";
import { MAX_ARCHIVE } from "~/features/archive/model";
import { bringFrom } from "~/features/archive/transfer/forms.server";
import { bringPage } from "~/features/archive/transfer/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Apporter mes publications – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor }) => bringPage(actor));

export const action = asMember(async ({ actor, form }) => redirect(await bringFrom(actor, form), 303), { files: true, largest: MAX_ARCHIVE });

export default function Bring() {
  return (
    <PageFrame>
      <BringPage page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
