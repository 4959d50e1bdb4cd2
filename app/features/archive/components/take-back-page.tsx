import { Form } from "@remix-run/react";
import { FormKey } from "~/features/shell/components/form-key";
import { Acts, Button, ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { TAKE_BACK, TRANSFERS } from "../model";

/** Takes back everything that one brought, in one act. */
export function TakeBackPage({ texts }: { texts: string | null }) {
  return (
    <>
      <PageHeader title="Tout reprendre" back={{ to: TRANSFERS, label: "Apporter mes publications" }} />
      <p>
        {texts === null
          ? "Vous n’avez rien dans l’archive du groupe. Ce qui attend encore d’être publié sera effacé."
          : `${texts} de l’archive du groupe disparaîtront pour tout le monde, tout de suite et pour de bon\u00a0: ce que vous avez apporté, et ce que d’autres ont apporté de vous.`}
      </p>
      {texts === null ? null : <p>Ce qu’une autre personne a écrit et qu’une autre a apporté aussi y reste. Vous pourrez apporter votre archive de nouveau.</p>}
      <Form method="post" action={TAKE_BACK} className="section">
        <FormKey name="retrait" />
        <Acts>
          <Button look="danger">Tout reprendre</Button>
          <ButtonLink look="quiet" to={TRANSFERS}>
            Annuler
          </ButtonLink>
        </Acts>
      </Form>
    </>
  );
}
