import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { RulesView } from "~/features/signature/components/rules-view";
import { chooseRulesFrom, rulesPage } from "~/features/signature/rules/forms.server";

export const meta: MetaFunction = () => [{ title: "Le délai pour signer – Le Fil" }];

export const loader = asCommittee(async ({ actor }) => rulesPage(actor));

export const action = asCommittee(async ({ actor, form }) => redirect(await chooseRulesFrom(actor, form), 303));

export default function Rules() {
  return (
    <PageFrame>
      <RulesView data={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
