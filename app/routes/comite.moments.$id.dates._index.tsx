import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { PollList, StartForm } from "~/features/date-poll/components/polls-view";
import { pollsPage } from "~/features/date-poll/desk-pages.server";
import { startFrom } from "~/features/date-poll/forms.server";
import { keepText } from "~/features/shell/components/keep-text";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Recherches de date – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => pollsPage(actor, idOf(params)));

export const action = asCommittee(async ({ actor, form, params }) => redirect(await startFrom(actor, idOf(params), form), 303));

export const clientAction = keepText;

export default function DatePolls() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Trouver une date ensemble" facts={page.title} back={{ to: `/comite/moments/${page.meetingId}`, label: "Préparer" }} lead="Proposez des heures; chaque personne dit quand elle peut; vous choisissez." />
      <PollList page={page} />
      <section className="section stack" aria-labelledby="nouvelle">
        <h2 id="nouvelle">{page.polls.length > 0 ? "Chercher une autre date" : "Commencer une recherche"}</h2>
        <StartForm page={page} />
      </section>
    </PageFrame>
  );
}
