import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Seen } from "~/features/diagnostic/components/seen";
import { Trials } from "~/features/diagnostic/components/trials";
import { seenByServer } from "~/features/diagnostic/trial.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { useFrame } from "~/features/shell/use-frame";
import { asVisitor } from "~/kit/guard.server";
import { PageHeader } from "~/ui/page-header";
import { PlainPage } from "~/ui/plain-page";

const title = "Vérifier votre connexion";
const lead = "Cette page essaie, depuis votre appareil, chacun des chemins dont Le Fil se sert. Rien de ce que vous écrivez n’y passe.";

export const meta: MetaFunction = () => [{ title: `${title} – Le Fil` }];

export const loader = asVisitor("those whose network keeps them from signing in need it most", async ({ request }) => seenByServer(request));

export default function Diagnostic() {
  const seen = useLoaderData<typeof loader>();
  const frame = useFrame();
  const trials = (
    <>
      <Seen {...seen} />
      <Trials place={seen} />
    </>
  );
  if (frame?.me) {
    return (
      <PageFrame>
        <PageHeader title={title} lead={lead} />
        {trials}
      </PageFrame>
    );
  }
  return (
    <PlainPage brand={frame?.community ?? "Le Fil"} title={title} lead={lead} knot="event" foot={<Link to="/connexion">Connexion</Link>}>
      {trials}
    </PlainPage>
  );
}
