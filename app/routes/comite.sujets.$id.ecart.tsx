import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { TopicReason } from "~/features/topic/components/topic-forms";
import { dismissFrom } from "~/features/topic/forms.server";
import { leadingTopicPage } from "~/features/topic/pages.server";

export const meta: MetaFunction = () => [{ title: "Écarter ce sujet – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => leadingTopicPage(actor, idOf(params)));

export const action = asCommittee(async ({ actor, params, form }) => redirect(await dismissFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Reason() {
  return (
    <PageFrame>
      <TopicReason page={useLoaderData<typeof loader>()} keyName="ecart" title="Écarter ce sujet" hint="Tout le monde la lira. Les votes donnés à ce sujet reviennent, et on pourra le redemander dans un an." verb="Écarter le sujet" />
    </PageFrame>
  );
}
