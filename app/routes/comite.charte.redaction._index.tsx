import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { DraftersView } from "~/features/charter/components/drafters-view";
import { draftersPage, nameFrom } from "~/features/charter/drafter/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Le groupe de rédaction – Le Fil" }];

export const loader = asCommittee(({ actor }) => draftersPage(actor));

export const action = asCommittee(async ({ actor, form }) => redirect(await nameFrom(actor, form), 303));

export default function Drafters() {
  return (
    <PageFrame>
      <DraftersView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
