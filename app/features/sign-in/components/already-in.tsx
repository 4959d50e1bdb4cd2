import { Form } from "@remix-run/react";
import { Acts, Button, ButtonLink } from "~/ui/button";

/** For someone who is signed in and opens the sign-in page again. */
export function AlreadyIn({ name, returnTo }: { name: string; returnTo: string }) {
  return (
    <>
      <p>
        La session de <strong>{name}</strong> est ouverte dans ce navigateur.
      </p>
      <Acts>
        <ButtonLink to={returnTo || "/"}>Continuer</ButtonLink>
        <Form method="post" action="/deconnexion">
          <Button look="plain">Se déconnecter</Button>
        </Form>
      </Acts>
    </>
  );
}
