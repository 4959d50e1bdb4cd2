import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { NamingView } from "~/features/duty/components/naming-view";
import sheet from "~/features/duty/components/turns.css?url";
import { nameFrom } from "~/features/duty/forms.server";
import { namingPage } from "~/features/duty/naming.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Responsables – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asCommittee(({ actor, params }) => namingPage(actor, idOf(params), idOf(params, "sitting")));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await nameFrom(actor, idOf(params), idOf(params, "sitting"), form), 303));

export default function Naming() {
  return (
    <PageFrame>
      <NamingView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
