import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { TopicReason } from "~/features/topic/components/topic-forms";
import { raiseFrom } from "~/features/topic/forms.server";
import { leadingTopicPage } from "~/features/topic/pages.server";

export const meta: MetaFunction = () => [{ title: "Placer ce sujet en tête – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => leadingTopicPage(actor, idOf(params)));

export const action = asCommittee(async ({ actor, params, form }) => redirect(await raiseFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Reason() {
  return (
    <PageFrame>
      <TopicReason page={useLoaderData<typeof loader>()} keyName="tete" title="Placer ce sujet en tête" hint="Tout le monde la lira, à côté du sujet." verb="Placer en tête" />
    </PageFrame>
  );
}
