import { Form } from "@remix-run/react";
import { FormKey } from "~/features/shell/components/form-key";
import { Acts, Button, ButtonLink } from "~/ui/button";
import type { PersonState } from "../model";

type Props = { person: { id: number; state: PersonState; isSelf: boolean } };

/** What the committee can do about someone's being here. */
export function PersonActs({ person: { id, state, isSelf } }: Props) {
  if (isSelf) return <p className="hint">C’est vous. Pour partir ou faire une pause, passez par vos réglages.</p>;
  if (state === "active" || state === "paused") {
    return (
      <Acts>
        <ButtonLink look="danger" to={`/comite/membres/${id}/retrait`}>
          Retirer de la communauté
        </ButtonLink>
      </Acts>
    );
  }
  if (state === "removed") {
    return (
      <Form method="post" action={`/comite/membres/${id}/retour`} reloadDocument>
        <FormKey name="retour" />
        <p className="hint">Elle retrouve tout ce qui est à elle, sauf ses rôles.</p>
        <Button look="plain">Annuler le retrait</Button>
      </Form>
    );
  }
  if (state === "left") {
    return (
      <ButtonLink look="plain" to="/comite/invitations">
        Inviter de nouveau
      </ButtonLink>
    );
  }
  return <ButtonLink look="plain" to="/comite/invitations">Voir son invitation</ButtonLink>;
}
