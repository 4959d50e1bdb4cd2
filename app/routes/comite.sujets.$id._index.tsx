import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { TopicLeading } from "~/features/topic/components/topic-forms";
import { decideFrom } from "~/features/topic/forms.server";
import { leadingTopicPage } from "~/features/topic/pages.server";

export const meta: MetaFunction = () => [{ title: "Décider d’un sujet – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => leadingTopicPage(actor, idOf(params)));

export const action = asCommittee(async ({ actor, params, form }) => redirect(await decideFrom(actor, idOf(params), form), 303));

export default function Leading() {
  return (
    <PageFrame>
      <TopicLeading page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
