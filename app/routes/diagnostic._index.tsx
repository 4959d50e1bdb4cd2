import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Seen } from "~/features/diagnostic/components/seen";
import { Trials } from "~/features/diagnostic/components/trials";
import { seenByServer } from "~/features/diagnostic/trial.server";
import { useFrame } from "~/features/shell/use-frame";
import { asVisitor } from "~/kit/guard.server";
import { PlainPage } from "~/ui/plain-page";

export const meta: MetaFunction = () => [{ title: "Vérifier votre connexion – Le Fil" }];

export const loader = asVisitor("those whose network keeps them from signing in need it most", async ({ request }) => seenByServer(request));

export default function Diagnostic() {
  const seen = useLoaderData<typeof loader>();
  const frame = useFrame();
  return (
    <PlainPage
      brand={frame?.community ?? "Le Fil"}
      title="Vérifier votre connexion"
      lead="Cette page essaie, depuis votre appareil, chacun des chemins dont Le Fil se sert. Rien de ce que vous écrivez n’y passe."
      knot="event"
      foot={
        <>
          <Link to="/">{frame?.me ? "Revenir à l’accueil" : "Aller à la connexion"}</Link> <Link to="/confidentialite">Confidentialité</Link>
        </>
      }
    >
      <Seen {...seen} />
      <Trials place={seen} />
    </PlainPage>
  );
}
