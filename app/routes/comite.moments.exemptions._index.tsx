import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee } from "~/kit/guard.server";
import { exemptFrom } from "~/features/duty/absence/forms.server";
import { absencesPage } from "~/features/duty/absence/pages.server";
import { AbsencesView } from "~/features/duty/components/absences-view";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction = () => [{ title: "Congés et exemptions – Le Fil" }];

export const loader = asCommittee(({ actor }) => absencesPage(actor));

export const action = asCommittee(async ({ actor, form }) => redirect(await exemptFrom(actor, form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Absences() {
  return (
    <PageFrame>
      <AbsencesView page={useLoaderData<typeof loader>()} />
    </PageFrame>
  );
}
