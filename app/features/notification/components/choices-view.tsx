import { Done } from "~/features/community/components/done";
import { FollowChoices } from "~/features/follow/components/follow-choices";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import type { choicesPage } from "../pages.server";
import { MailChoices } from "./mail-choices";

const sentences = { suivis: "Vos suivis sont enregistrés.", courriels: "Vos choix de courriels sont enregistrés." };

/** What one is told of, and which of it comes by mail. */
export function ChoicesView({ choices }: { choices: Awaited<ReturnType<typeof choicesPage>> }) {
  const { follows, member, paused } = choices;
  return (
    <>
      <PageHeader
        title="Notifications et courriels"
        lead="Ce qui vous est signalé, et ce qui vous est écrit. Les réactions ne le sont jamais."
        back={member ? { to: "/reglages", label: "Réglages" } : { to: "/notifications", label: "Notifications" }}
      />
      <Done sentences={sentences} />
      {paused ? (
        <Notice tone="slate" title="Votre participation est en pause">
          <p>Rien ne vous est signalé ni écrit jusqu’à votre retour. Vos choix sont gardés.</p>
        </Notice>
      ) : null}
      {member ? (
        <section className="section" aria-labelledby="suivis">
          <h2 id="suivis">Ce que vous suivez</h2>
          <FollowChoices follows={follows} />
        </section>
      ) : null}
      <section className="section" aria-labelledby="courriels">
        <h2 id="courriels">Les courriels</h2>
        <MailChoices {...choices} />
      </section>
    </>
  );
}
