import { Form } from "@remix-run/react";
import { Acts, Button, ButtonLink } from "~/ui/button";

/** For someone who is signed in and opens the sign-in page again. */
export function AlreadyIn({ returnTo }: { returnTo: string }) {
  return (
    <Acts>
      <ButtonLink to={returnTo || "/"}>Continuer</ButtonLink>
      <Form method="post" action="/deconnexion">
        <Button look="plain">Se déconnecter</Button>
      </Form>
    </Acts>
  );
}
