import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";

type Persona = { key: string; name: string; label: string };

/** The demo's people, one button each; they exist with the demo only. */
export function PersonaButtons({ personas }: { personas: readonly Persona[] }) {
  if (personas.length === 0) return null;
  return (
    <section className="form" aria-labelledby="demonstration">
      <h2 id="demonstration">Essayer la démonstration</h2>
      <p>Ces personnes sont inventées, et rien de ce que vous écrirez ici ne sera gardé. Entrez comme l’une d’elles.</p>
      <Form method="post" action="/demonstration">
        <ul className="persona-list" role="list">
          {personas.map(({ key, name, label }) => (
            <li key={key}>
              <Button look="plain" name="personne" value={key}>
                {name}
              </Button>
              <span className="hint">{label}</span>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  );
}
