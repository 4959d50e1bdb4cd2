import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { CorrectForm } from "~/features/minutes/components/correction-forms";
import sheet from "~/features/minutes/components/minutes.css?url";
import { proposeFrom } from "~/features/minutes/correction/forms.server";
import { correctPage } from "~/features/minutes/pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Proposer une correction – Le Fil" }];

export const loader = asMember(({ actor, params }) => correctPage(actor, idOf(params)));

export const action = asMember(async ({ actor, params, form }) => redirect(await proposeFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export default function Correct() {
  return (
    <PageFrame>
      <CorrectForm page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
