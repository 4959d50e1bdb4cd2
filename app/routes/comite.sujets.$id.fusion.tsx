import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { MergeForm } from "~/features/topic/components/topic-forms";
import { mergeFrom } from "~/features/topic/forms.server";
import { mergePage } from "~/features/topic/pages.server";

export const meta: MetaFunction = () => [{ title: "Fusionner un sujet – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => mergePage(actor, idOf(params)));

export const action = asCommittee(async ({ actor, params, form }) => redirect(await mergeFrom(actor, idOf(params), form), 303));

export default function Merging() {
  return (
    <PageFrame>
      <MergeForm page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
