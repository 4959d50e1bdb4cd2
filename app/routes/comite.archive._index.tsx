import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import sheet from "~/features/archive/components/archive.css?url";
import { ReviewDesk } from "~/features/archive/components/review-desk";
import { reviewFrom } from "~/features/archive/forms.server";
import { reviewPage } from "~/features/archive/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "L’archive du groupe Facebook – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(({ actor }) => reviewPage(actor));

export const action = asCommittee(async ({ actor, form }) => redirect(await reviewFrom(actor, form), 303));

export default function Review() {
  return (
    <PageFrame>
      <ReviewDesk page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
