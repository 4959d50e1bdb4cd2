import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { buildPage } from "~/features/survey/build-pages.server";
import { BuildView } from "~/features/survey/components/build-view";
import { reviseFrom } from "~/features/survey/forms.server";
import sheet from "~/features/survey/components/survey.css?url";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Préparer${data ? ` ${data.title}` : ""} – Le Fil` }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(({ actor, params }) => buildPage(actor, idOf(params)));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await reviseFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Build() {
  return (
    <PageFrame>
      <BuildView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
