import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { OrganisationReview } from "~/features/charter/components/review-forms";
import { approveFrom } from "~/features/charter/review/forms.server";
import { organisationPage } from "~/features/charter/review/pages.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/charter/components/charter.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const meta: MetaFunction = () => [{ title: "Approuver ce qui reste de la charte – Le Fil" }];

export const loader = asMember(({ actor, params }) => organisationPage(actor, idOf(params, "organisation")));

export const action = asMember(async ({ actor, params, form }) => redirect(await approveFrom(actor, idOf(params, "organisation"), form), 303), { files: true });

export const clientAction = keepText;

export default function ApproveRest() {
  return (
    <PageFrame>
      <OrganisationReview page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
