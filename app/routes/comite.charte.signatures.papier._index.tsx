import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PaperView } from "~/features/signature/components/paper-view";
import sheet from "~/features/signature/components/signature.css?url";
import { paperPage, recordFrom } from "~/features/signature/paper/forms.server";

export const meta: MetaFunction = () => [{ title: "Signatures sur papier – Le Fil" }];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(async ({ actor }) => paperPage(actor));

export const action = asCommittee(async ({ actor, form }) => redirect(await recordFrom(actor, form), 303), { files: true });

export default function Paper() {
  return (
    <PageFrame>
      <PaperView data={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
