import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { SpeakerForm, SpeakerList } from "~/features/meeting/components/speakers-view";
import { speakersPage } from "~/features/meeting/plan-pages.server";
import { addSpeakerFrom } from "~/features/meeting/speaker/forms.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Personnes-ressources – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => speakersPage(actor, idOf(params), null));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await addSpeakerFrom(actor, idOf(params), form), 303));

export default function Speakers() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Personnes-ressources" facts={page.title} back={{ to: `/comite/moments/${page.id}`, label: "Préparer" }} />
      <SpeakerList page={page} />
      <section className="section stack">
        <h2>Ajouter une personne</h2>
        <SpeakerForm key={page.speakers.length} page={page} />
      </section>
    </PageFrame>
  );
}
