import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember } from "~/kit/guard.server";
import { TakeBackPage } from "~/features/archive/components/take-back-page";
import { takeBackFrom } from "~/features/archive/forms.server";
import { takeBackPage } from "~/features/archive/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Tout reprendre – Le Fil" }];

export const loader = asMember(({ actor }) => takeBackPage(actor));

export const action = asMember(async ({ actor, form }) => redirect(await takeBackFrom(actor, form), 303), { evenPaused: true });

export default function TakeBack() {
  return (
    <PageFrame>
      <TakeBackPage {...useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
