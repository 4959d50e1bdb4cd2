import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { TemplateView } from "~/features/duty/components/template-view";
import { proposeFrom } from "~/features/duty/template/forms.server";
import { templatePage } from "~/features/duty/template/pages.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "La trousse des responsables – Le Fil" }];

export const loader = asMember(({ actor, request }) => templatePage(actor, request));

export const action = asMember(async ({ actor, form }) => redirect(await proposeFrom(actor, form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Template() {
  return (
    <PageFrame>
      <TemplateView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
