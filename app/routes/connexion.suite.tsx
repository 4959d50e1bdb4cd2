import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asSignedIn } from "~/kit/guard.server";
import { UnpublishedText } from "~/features/sign-in/components/unpublished-text";
import { afterSignIn } from "~/features/sign-in/doors.server";
import { useFrame } from "~/features/shell/use-frame";
import { ButtonLink } from "~/ui/button";
import { PlainPage } from "~/ui/plain-page";

export const meta: MetaFunction = () => [{ title: "Votre texte – Le Fil" }];

export const loader = asSignedIn(async ({ actor, request }) => afterSignIn(actor, request));

export default function AfterSignIn() {
  const { ofAnother, text } = useLoaderData<typeof loader>();
  const brand = useFrame()?.community ?? "Le Fil";
  if (text) {
    return (
      <PlainPage brand={brand} title="Votre texte n’est pas encore publié" lead="Il est conservé ici jusqu’à demain. Copiez-le, ou essayez encore de le publier.">
        <UnpublishedText {...text} />
      </PlainPage>
    );
  }
  return (
    <PlainPage
      brand={brand}
      title={ofAnother ? "Un texte est resté de côté" : "Rien n’attend ici"}
      lead={ofAnother ? "Ce texte a été préparé par une autre personne. Il n’a pas été publié." : "Aucun texte de votre part n’attend d’être publié."}
      knot="event"
    >
      <ButtonLink to="/">Continuer</ButtonLink>
    </PlainPage>
  );
}
