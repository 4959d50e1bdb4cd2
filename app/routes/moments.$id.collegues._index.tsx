import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { ColleaguesView } from "~/features/answer/components/colleagues-view";
import { answerForFrom } from "~/features/answer/forms.server";
import { colleaguesPage } from "~/features/answer/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Répondre pour une personne – Le Fil" }];

export const loader = asMember(({ actor, params }) => colleaguesPage(actor, idOf(params)));

export const action = asMember(async ({ actor, form, params }) => redirect(await answerForFrom(actor, idOf(params), form), 303));

export default function Colleagues() {
  return (
    <PageFrame>
      <ColleaguesView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
