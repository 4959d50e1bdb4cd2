import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import sheet from "~/features/archive/components/archive.css?url";
import { CorrectionPage } from "~/features/archive/components/correction-page";
import { correctFrom } from "~/features/archive/transfer/forms.server";
import { correctionPage } from "~/features/archive/transfer/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Corriger un texte – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, params }) => correctionPage(actor, idOf(params), idOf(params, "text")));

export const action = asMember(async ({ actor, params, form }) => redirect(await correctFrom(actor, idOf(params), idOf(params, "text"), form), 303));

export default function Correction() {
  return (
    <PageFrame>
      <CorrectionPage page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
