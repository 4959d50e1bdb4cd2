import { redirect, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { asVisitor } from "~/kit/guard.server";
import { NotYet } from "~/features/community/components/not-yet";
import { AlreadyIn } from "~/features/sign-in/components/already-in";
import { PersonaButtons } from "~/features/sign-in/components/persona-buttons";
import { SignInForm } from "~/features/sign-in/components/sign-in-form";
import { ask, signInPage } from "~/features/sign-in/doors.server";
import { useFrame } from "~/features/shell/use-frame";
import { PlainPage } from "~/ui/plain-page";

export const meta: MetaFunction = () => [{ title: "Connexion – Le Fil" }];

export const loader = asVisitor("one signs in from here", async ({ request }) => signInPage(request));

export const action = asVisitor("one signs in from here", async (posted) => redirect(await ask(posted), 303));

export default function SignIn() {
  const { returnTo, personas, founded } = useLoaderData<typeof loader>();
  const refused = useActionData() as { problem?: Problem } | undefined;
  const frame = useFrame();
  const foot = <Link to="/confidentialite">Confidentialité</Link>;
  if (!founded) return <NotYet />;
  if (frame?.me) {
    return (
      <PlainPage brand={frame.community} title="Une session est ouverte" lead={`C’est celle de ${frame.me.name}. Vous pouvez continuer, ou vous déconnecter pour laisser la place.`} foot={foot} knot="event">
        <AlreadyIn returnTo={returnTo} />
      </PlainPage>
    );
  }
  return (
    <PlainPage brand={frame?.community ?? "Le Fil"} title="Connexion" lead="Un code vous est envoyé par courriel. Il n’y a pas de mot de passe à retenir." foot={foot}>
      <SignInForm problem={refused?.problem} returnTo={returnTo} />
      <PersonaButtons personas={personas} />
    </PlainPage>
  );
}
