import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { OrganisationReview } from "~/features/charter/components/review-forms";
import { delegateFrom } from "~/features/charter/review/forms.server";
import { organisationPage } from "~/features/charter/review/pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Confier l’examen de la charte – Le Fil" }];

export const loader = asMember(({ actor, params }) => organisationPage(actor, idOf(params, "organisation")));

export const action = asMember(async ({ actor, params, form }) => redirect(await delegateFrom(actor, idOf(params, "organisation"), form), 303));

export const clientAction = keepText;

export default function Delegate() {
  return (
    <PageFrame>
      <OrganisationReview page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
