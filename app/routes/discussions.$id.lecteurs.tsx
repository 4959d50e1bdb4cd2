import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { ReadersView } from "~/features/thread/components/readers-view";
import { readersPage } from "~/features/thread/reader/pages.server";

export const meta: MetaFunction = () => [{ title: "Qui a lu l’annonce – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => readersPage(actor, idOf(params)));

export default function Readers() {
  return (
    <PageFrame>
      <ReadersView readers={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
