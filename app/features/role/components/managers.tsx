import { Form } from "@remix-run/react";
import { FormKey } from "~/features/shell/components/form-key";
import { Button } from "~/ui/button";

type Props = { memberId: number; organisations: readonly { id: number; name: string; manager: boolean }[] };

/** For which of their organisations this person answers. */
export function ManagerForms({ memberId, organisations }: Props) {
  if (organisations.length === 0) return null;
  return (
    <section className="section">
      <h2>Gestion d’une organisation</h2>
      <p className="hint">Une personne gestionnaire répond pour les personnes de son organisation.</p>
      {organisations.map(({ id, name, manager }) => (
        <Form key={id} method="post" reloadDocument action={`/comite/membres/${memberId}/${manager ? "fin-gestion" : "gestion"}`}>
          <FormKey name={`gestion-${id}`} />
          <input type="hidden" name="organisation" value={id} />
          <p>
            {name}
            {manager ? "\u00a0: gestionnaire. " : ". "}
            <Button look="quiet" small>
              {manager ? "Retirer ce rôle" : "En faire une personne gestionnaire"}
              <span className="visually-hidden">, {name}</span>
            </Button>
          </p>
        </Form>
      ))}
    </section>
  );
}
