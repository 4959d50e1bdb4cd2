import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { AnswerForms } from "~/features/minutes/components/correction-forms";
import sheet from "~/features/minutes/components/minutes.css?url";
import { declineFrom } from "~/features/minutes/correction/forms.server";
import { answerPage } from "~/features/minutes/pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Refuser une correction – Le Fil" }];

export const loader = asMember(({ actor, params }) => answerPage(actor, idOf(params), idOf(params, "correction")));

export const action = asMember(async ({ actor, params, form }) => redirect(await declineFrom(actor, idOf(params), idOf(params, "correction"), form), 303));

export const clientAction = keepText;

export default function Decline() {
  return (
    <PageFrame>
      <AnswerForms page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
