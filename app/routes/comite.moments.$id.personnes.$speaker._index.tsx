import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { SpeakerForm } from "~/features/meeting/components/speakers-view";
import { speakersPage } from "~/features/meeting/plan-pages.server";
import { reviseSpeakerFrom } from "~/features/meeting/speaker/forms.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Modifier une personne-ressource – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => speakersPage(actor, idOf(params), idOf(params, "speaker")));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await reviseSpeakerFrom(actor, idOf(params), idOf(params, "speaker"), form), 303));

export default function Speaker() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Modifier la personne" facts={page.title} back={{ to: `/comite/moments/${page.id}/personnes`, label: "Personnes-ressources" }} />
      <SpeakerForm page={page} />
    </PageFrame>
  );
}
