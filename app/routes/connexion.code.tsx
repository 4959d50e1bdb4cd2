import { redirect, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "~/kit/errors";
import { asVisitor } from "~/kit/guard.server";
import { CodeForm } from "~/features/sign-in/components/code-form";
import { SignInForm } from "~/features/sign-in/components/sign-in-form";
import { answer, codePage } from "~/features/sign-in/doors.server";
import { useFrame } from "~/features/shell/use-frame";
import { PlainPage } from "~/ui/plain-page";

export const meta: MetaFunction = () => [{ title: "Votre code – Le Fil" }];

export const loader = asVisitor("one signs in from here", async ({ request }) => codePage(request));

export const action = asVisitor("one signs in from here", async (posted) => redirect(await answer(posted), 303));

export default function Code() {
  const asked = useLoaderData<typeof loader>();
  const problem = (useActionData() as { problem?: Problem } | undefined)?.problem;
  const brand = useFrame()?.community ?? "Le Fil";
  const foot = <Link to="/confidentialite">Confidentialité</Link>;
  if (!asked && !problem) {
    return (
      <PlainPage brand={brand} title="Le code se tape ailleurs" lead={`Tapez le code du courriel sur l’appareil où vous l’avez demandé\u00a0: la page l’y attend.`} foot={foot}>
        <section className="section" aria-labelledby="ici">
          <h2 id="ici">Ou vous connecter ici</h2>
          <SignInForm button="M’envoyer un nouveau code" />
        </section>
      </PlainPage>
    );
  }
  const { address = "", shared = false, returnTo = "/" } = asked ?? {};
  const lead = `Si ${address || "votre adresse"} est connue ici, un code y arrive par courriel. Ça peut prendre 10\u00a0minutes.`;
  return (
    <PlainPage brand={brand} title="Votre code" lead={lead} foot={foot}>
      <CodeForm problem={problem} address={address} shared={shared} returnTo={returnTo} />
    </PlainPage>
  );
}
