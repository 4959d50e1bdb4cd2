import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { RepliesForm } from "~/features/answer/components/answer-part";
import { repliesFrom } from "~/features/answer/forms.server";
import { repliesPage } from "~/features/answer/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Pour la préparation – Le Fil" }];

export const loader = asMember(({ actor, params }) => repliesPage(actor, idOf(params)));

export const action = asMember(async ({ actor, form, params }) => redirect(await repliesFrom(actor, idOf(params), form), 303));

export default function Replies() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Pour la préparation" back={{ to: `/moments/${page.meetingId}`, label: "Le Moment d’échange" }} />
      <RepliesForm {...page} />
    </PageFrame>
  );
}
