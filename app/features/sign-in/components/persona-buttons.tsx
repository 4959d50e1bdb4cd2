import { Form } from "@remix-run/react";

type Persona = { key: string; name: string; label: string };

/** The demo's people, one button each; they exist with the demo only. */
export function PersonaButtons({ personas }: { personas: readonly Persona[] }) {
  if (personas.length === 0) return null;
  return (
    <section className="section" aria-labelledby="demonstration">
      <h2 id="demonstration">Essayer la démonstration</h2>
      <p className="hint">Ces personnes sont inventées, et rien de ce que vous écrirez ici ne sera gardé. Entrez comme l’une d’elles.</p>
      <Form method="post" action="/demonstration">
        <ul className="row-buttons" role="list">
          {personas.map(({ key, name, label }) => (
            <li key={key}>
              <button className="row-button" type="submit" name="personne" value={key}>
                <span>{name}</span>
                <span>{label}</span>
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  );
}
