import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import sheet from "~/features/minutes/components/minutes.css?url";
import { SynthesisView } from "~/features/minutes/components/notes-view";
import { notesFrom } from "~/features/minutes/note/forms.server";
import { synthesisPage } from "~/features/minutes/note/pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Synthèse – Le Fil" }];

export const loader = asMember(({ actor, params }) => synthesisPage(actor, idOf(params)));

export const action = asMember(async ({ actor, params, form }) => redirect(await notesFrom(actor, { meetingId: idOf(params), sittingId: null }, form), 303));

export const clientAction = keepText;

export default function Synthesis() {
  return (
    <PageFrame>
      <SynthesisView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
