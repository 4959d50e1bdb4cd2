import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { RepeatForm } from "~/features/meeting/components/repeat-form";
import { repeatPage } from "~/features/meeting/plan-pages.server";
import { repeatFrom } from "~/features/meeting/sitting/forms.server";
import { keepPage, keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Répéter dans les pôles – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => repeatPage(actor, idOf(params)));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await repeatFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export const shouldRevalidate = keepPage;

export default function Repeat() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader
        title="Répéter dans les pôles"
        facts={page.title}
        lead="Même sujet, même durée, même ordre du jour. Un pôle sans date est laissé de côté."
        back={{ to: `/comite/moments/${page.id}`, label: "Préparer" }}
      />
      <RepeatForm page={page} />
    </PageFrame>
  );
}
