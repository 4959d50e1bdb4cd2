import { Form } from "@remix-run/react";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { MailAddress } from "~/ui/mail-address";
import { Yarn, YarnItem } from "~/ui/yarn";
import type { ParkedMail } from "../queries.server";

/** The mails that could not leave, each with why, and the way to try again. */
export function ParkedMails({ mails }: { mails: readonly ParkedMail[] }) {
  if (mails.length === 0) return <EmptyState>Tous les courriels sont partis. Celui qu’on n’arriverait pas à remettre serait ici.</EmptyState>;
  const several = mails.filter(({ resendable }) => resendable).length > 1;
  return (
    <section className="section stack">
      {several ? (
        <Form method="post" action="/administration/courriels/renvoi" reloadDocument>
          <FormKey name="renvois" />
          <Button>Tout renvoyer</Button>
        </Form>
      ) : null}
      <Yarn>
        {mails.map((mail) => (
          <ParkedItem key={mail.id} mail={mail} />
        ))}
      </Yarn>
    </section>
  );
}

function ParkedItem({ mail: { id, kind, name, email, when, why, resendable } }: { mail: ParkedMail }) {
  return (
    <YarnItem knot="loose">
      <p className="yarn-title">
        {kind}, {name ? `pour ${name}` : <>à {<MailAddress email={email} />}</>}
      </p>
      <p className="yarn-note">
        {name ? (
          <>
            <MailAddress email={email} /> ·{" "}
          </>
        ) : null}
        mis de côté le {when}
      </p>
      <p>{why}</p>
      {resendable ? (
        <Form method="post" action={`/administration/courriels/${id}/renvoi`} className="acts" reloadDocument>
          <FormKey name={`renvoi-${id}`} />
          <Button look="quiet" small>
            Renvoyer<span className="visually-hidden"> à {name || email}</span>
          </Button>
        </Form>
      ) : (
        <p className="hint">Un code vieillit vite{"\u00a0"}: la personne en demande un autre à la page de connexion.</p>
      )}
    </YarnItem>
  );
}
