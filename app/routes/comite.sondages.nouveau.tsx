import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { newSurveyPage } from "~/features/survey/build-pages.server";
import { NewSurveyForm } from "~/features/survey/components/build-forms";
import { draftFrom } from "~/features/survey/forms.server";
import { PageHeader } from "~/ui/page-header";
import sheet from "~/features/survey/components/survey.css?url";

export const meta: MetaFunction = () => [{ title: "Commencer un sondage – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(({ actor, request }) => newSurveyPage(actor, request));

export const action = asCommittee(async ({ actor, form, request }) => redirect(await draftFrom(actor, form, request), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function NewSurvey() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Commencer un sondage" lead={page.template} back={{ to: "/comite/sondages", label: "Les sondages du comité" }} />
      <NewSurveyForm page={page} />
    </PageFrame>
  );
}
