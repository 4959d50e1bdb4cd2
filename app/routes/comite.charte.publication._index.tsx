import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PublicationView } from "~/features/signature/components/publication-view";
import sheet from "~/features/signature/components/signature.css?url";
import { publicationPage, publishFrom } from "~/features/signature/publication/forms.server";

export const meta: MetaFunction = () => [{ title: "Mettre une version de la Charte en vigueur – Le Fil" }];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(async ({ actor }) => publicationPage(actor));

export const action = asCommittee(async ({ actor, form }) => redirect(await publishFrom(actor, form), 303));

export default function Publication() {
  return (
    <PageFrame>
      <PublicationView data={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
