import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { TemplateDesk } from "~/features/duty/components/template-desk";
import { addStepFrom } from "~/features/duty/template/forms.server";
import { templateDesk } from "~/features/duty/template/pages.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Modifier la trousse – Le Fil" }];

export const loader = asCommittee(({ actor }) => templateDesk(actor));

export const action = asCommittee(async ({ actor, form }) => redirect(await addStepFrom(actor, form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Desk() {
  return (
    <PageFrame>
      <TemplateDesk page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
