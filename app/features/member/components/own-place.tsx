import { Form, Link } from "@remix-run/react";
import { FormKey } from "~/features/shell/components/form-key";
import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Yarn, YarnItem, YarnText } from "~/ui/yarn";

/** The ways on from one's settings: devices, a pause, leaving. */
export function OwnPlaceWays({ paused }: { paused: boolean }) {
  return (
    <Yarn>
      <YarnItem>
        <YarnText
          title={<Link to="/reglages/appareils">Mes appareils</Link>}
          note="Les navigateurs où vous êtes en session. Vous pouvez en déconnecter un, ou tous les autres."
        />
      </YarnItem>
      <YarnItem>
        <YarnText title={<Link to="/reglages/notifications">Notifications et courriels</Link>} note="Ce qui vous est signalé, ce qui vous est écrit, et quand." />
      </YarnItem>
      <YarnItem>
        <YarnText title={<Link to="/reglages/agenda">Mon calendrier</Link>} note="Vos Moments d’échange dans Outlook, Google Agenda ou l’iPhone, tenus à jour." />
      </YarnItem>
      <YarnItem>
        <YarnText title={<Link to="/confidentialite">Confidentialité</Link>} note="Qui peut lire quoi, où cela se trouve, combien de temps, à qui s’adresser." />
      </YarnItem>
      {paused ? null : (
        <YarnItem knot="planned">
          <YarnText
            title={<Link to="/reglages/pause">Mettre ma participation en pause</Link>}
            note="Un congé, une période trop pleine. Vous continuez de lire, sans rappels, et revenez quand vous voulez."
          />
        </YarnItem>
      )}
      <YarnItem knot="loose">
        <YarnText title={<Link to="/reglages/depart">Quitter la communauté</Link>} note="Une page vous dit d’abord ce qui se passe et ce qui reste." />
      </YarnItem>
    </Yarn>
  );
}

/** Over the settings of someone whose participation is paused. */
export function PausedNotice() {
  return (
    <Notice
      tone="slate"
      role="status"
      title="Votre participation est en pause"
      acts={
        <Form method="post" action="/reglages/reprise" reloadDocument>
          <FormKey name="reprise" />
          <Button>Reprendre ma participation</Button>
        </Form>
      }
    >
      <p>Vous lisez tout, vous n’écrivez pas, et vous ne recevez pas de rappels.</p>
    </Notice>
  );
}

/** The buttons at the foot of a page that asks before it acts. */
export function AskedActs({ keyName, verb, danger, back }: { keyName: string; verb: string; danger?: boolean; back: { to: string; label: string } }) {
  return (
    <>
      <FormKey name={keyName} />
      <div className="acts">
        <Button look={danger ? "danger" : "main"}>{verb}</Button>
        <ButtonLink look="quiet" to={back.to}>
          {back.label}
        </ButtonLink>
      </div>
    </>
  );
}
