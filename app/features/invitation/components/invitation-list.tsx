import { Form, Link } from "@remix-run/react";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { MailAddress } from "~/ui/mail-address";
import { Tag } from "~/ui/tag";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { ListedInvitation } from "../queries.server";

type Lists = { pending: ListedInvitation[]; expired: ListedInvitation[]; accepted: ListedInvitation[] };

/** What waits, what is past its date, and what was answered. */
export function InvitationLists({ pending, expired, accepted }: Lists) {
  if (pending.length + expired.length + accepted.length === 0) {
    return <EmptyState>Les personnes que vous invitez seront ici, avec leur réponse.</EmptyState>;
  }
  return (
    <>
      <Section title="En attente" invitations={pending} />
      <Section title="Expirées" invitations={expired} />
      <Section title="Acceptées" invitations={accepted} />
    </>
  );
}

function Section({ title, invitations }: { title: string; invitations: readonly ListedInvitation[] }) {
  if (invitations.length === 0) return null;
  return (
    <section className="section">
      <h2>{title}</h2>
      <Yarn>
        {invitations.map((invitation) => (
          <InvitationItem key={invitation.id} invitation={invitation} />
        ))}
      </Yarn>
    </section>
  );
}

const knots = { pending: "loose", expired: "planned", accepted: "done" } as const;

function InvitationItem({ invitation }: { invitation: ListedInvitation }) {
  const { id, email, name, organisation, manager, invitedBy, sent, until, accepted, state } = invitation;
  return (
    <YarnItem knot={knots[state]} id={`invitation-${id}`}>
      <p className="yarn-title">{state === "accepted" && name ? name : <MailAddress email={email} />}</p>
      <p className="yarn-note">
        {organisation ? `${organisation}${manager ? ", gestionnaire" : ""} · ` : null}
        invitée par {invitedBy}, {sent}
      </p>
      <p className="yarn-note">
        {state === "pending" ? <Tag tone="honey">Valable jusqu’au {until}</Tag> : null}
        {state === "expired" ? <Tag tone="slate">A pris fin le {until}</Tag> : null}
        {state === "accepted" ? <Tag tone="moss">Acceptée {accepted}</Tag> : null}
      </p>
      {state === "accepted" ? null : (
        <Form method="post" action={`/comite/invitations/${id}/renvoi`} className="acts" reloadDocument>
          <FormKey name={`renvoi-${id}`} />
          <Button look="quiet" small>
            Renvoyer<span className="visually-hidden"> à {email}</span>
          </Button>
          <Link to={`/comite/invitations/${id}/revocation`} className="small">
            Retirer<span className="visually-hidden"> l’invitation de {email}</span>
          </Link>
        </Form>
      )}
    </YarnItem>
  );
}
