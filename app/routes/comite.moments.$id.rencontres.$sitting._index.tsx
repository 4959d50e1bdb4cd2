import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { afreshOnConflict, SittingForm } from "~/features/meeting/components/plan-forms";
import { sittingPage } from "~/features/meeting/plan-pages.server";
import { reviseSeatsFrom } from "~/features/answer/capacity.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Modifier la rencontre – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => sittingPage(actor, idOf(params), idOf(params, "sitting")));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await reviseSeatsFrom(actor, idOf(params), idOf(params, "sitting"), form), 303));

export const clientAction = keepText;

export const shouldRevalidate = afreshOnConflict;

export default function Sitting() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Modifier la rencontre" lead={page.title} back={{ to: `/comite/moments/${page.id}`, label: "Préparer" }} />
      <SittingForm key={page.version} page={page} />
    </PageFrame>
  );
}
