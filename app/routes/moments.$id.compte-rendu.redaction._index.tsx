import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import sheet from "~/features/minutes/components/minutes.css?url";
import { WritingView } from "~/features/minutes/components/writing-view";
import { writeFrom } from "~/features/minutes/forms.server";
import { writingPage } from "~/features/minutes/pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Écrire le compte rendu – Le Fil" }];

export const loader = asMember(({ actor, params }) => writingPage(actor, idOf(params)));

export const action = asMember(async ({ actor, params, form }) => redirect(await writeFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export default function Writing() {
  return (
    <PageFrame>
      <WritingView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
