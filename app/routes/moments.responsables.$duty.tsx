import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { TurnView } from "~/features/duty/components/turn-view";
import sheet from "~/features/duty/components/turns.css?url";
import { takeTurnFrom } from "~/features/duty/forms.server";
import { turnPage } from "~/features/duty/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.duty.roleName ?? "Un tour"} – Le Fil` }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, params }) => turnPage(actor, idOf(params, "duty")));

export const action = asMember(async ({ actor, form, params }) => redirect(await takeTurnFrom(actor, idOf(params, "duty"), form), 303));

export default function Turn() {
  return (
    <PageFrame>
      <TurnView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
