import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asCommittee, idOf } from "~/kit/guard.server";
import { Done } from "~/features/community/components/done";
import { GuestForm, GuestList } from "~/features/guest/components/guest-list";
import { askGuestFrom, guestsPage } from "~/features/guest/forms.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { leadPath } from "~/features/thread/model";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction = () => [{ title: "Personnes invitées – Le Fil" }];

export const loader = asCommittee(({ actor, params }) => guestsPage(actor, idOf(params)));

export const action = asCommittee(async ({ actor, params, form }) => redirect(await askGuestFrom(actor, idOf(params), form), 303));

export default function Guests() {
  const page = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <PageHeader title="Personnes invitées" lead={page.title} back={{ to: leadPath(page.id), label: "Gérer la discussion" }} tied={page.guests.length > 0} />
      <GuestList page={page} />
      <section className="section stack">
        <h2>Inviter quelqu’un</h2>
        <Done sentences={{ invitation: "L’invitation part par courriel.", fin: "L’invitation est terminée." }} />
        <GuestForm id={page.id} />
      </section>
    </PageFrame>
  );
}
