import { Form } from "@remix-run/react";
import { Done } from "~/features/community/components/done";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/disclosure";
import { TextField } from "~/ui/field";
import { PageHeader } from "~/ui/page-header";

const SAID = {
  adresse: "L’adresse est prête. Si vous en aviez une autre, elle n’ouvre plus rien.",
  retrait: "L’adresse est retirée\u00a0: elle n’ouvre plus rien.",
};

/** One's own calendar by subscription: its address, how to use it, and how to end it. */
export function FeedView({ page: { address } }: { page: { address: string | null } }) {
  return (
    <>
      <PageHeader title="Mon calendrier" back={{ to: "/reglages", label: "Réglages" }} lead="Les Moments d’échange auxquels vous participez, dans votre calendrier, tenus à jour sans rien faire." />
      <Done sentences={SAID} />
      {address ? (
        <>
          <div className="section">
            <TextField name="adresse" label="Votre adresse d’abonnement" hint="Elle est à vous seule. Qui l’a voit vos dates et vos lieux, sans nom ni lien de visioconférence." defaultValue={address} readOnly autoComplete="off" />
          </div>
          <div className="section">
            <h2>Ajouter à mon calendrier</h2>
            <Disclosure summary="Outlook">
              <p>Dans le calendrier, choisissez «{"\u00a0"}Ajouter un calendrier{"\u00a0"}», puis «{"\u00a0"}S’abonner à partir du web{"\u00a0"}», et collez l’adresse.</p>
            </Disclosure>
            <Disclosure summary="Google Agenda">
              <p>Sur un ordinateur, à côté de «{"\u00a0"}Autres agendas{"\u00a0"}», choisissez «{"\u00a0"}À partir de l’URL{"\u00a0"}», et collez l’adresse.</p>
            </Disclosure>
            <Disclosure summary="Apple (iPhone, Mac)">
              <p>Dans Calendrier, choisissez «{"\u00a0"}Ajouter un abonnement{"\u00a0"}», et collez l’adresse.</p>
            </Disclosure>
            <p className="soft">Outlook et Google relisent l’adresse quelques fois par jour seulement. Les courriels, eux, disent tout de suite ce qui change.</p>
          </div>
          <div className="section row">
            <Form method="post">
              <FormKey name="adresse" />
              <Button look="plain">Changer l’adresse</Button>
            </Form>
            <Form method="post" action="/reglages/agenda/retrait">
              <FormKey name="retrait" />
              <Button look="plain">Retirer l’adresse</Button>
            </Form>
          </div>
        </>
      ) : (
        <Form method="post" className="stack">
          <FormKey name="adresse" />
          <p>Une adresse privée, que votre calendrier relit de lui-même. Vous pourrez la changer ou la retirer quand vous voudrez.</p>
          <Button>Créer mon adresse</Button>
        </Form>
      )}
    </>
  );
}
