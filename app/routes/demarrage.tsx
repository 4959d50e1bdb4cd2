import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asVisitor } from "~/kit/guard.server";
import { SetupForm } from "~/features/community/components/setup-form";
import { foundFromForm, setupKeyOf } from "~/features/community/setup.server";
import { enter } from "~/features/sign-in/enter.server";
import { PlainPage } from "~/ui/plain-page";

export const meta: MetaFunction = () => [{ title: "Créer la communauté – Le Fil" }];

export const loader = asVisitor("the first start: nobody has an account yet, and the printed key is the right", async ({ request }) => ({
  setupKey: await setupKeyOf(request),
}));

export const action = asVisitor("the first start: nobody has an account yet, and the printed key is the right", async ({ actor, request, form }) => {
  const founder = await foundFromForm(actor, form);
  if (founder !== null) await enter(request, founder, "own");
  return redirect("/bienvenue", 303);
});

export default function Setup() {
  const { setupKey } = useLoaderData<typeof loader>();
  return (
    <PlainPage
      brand="Le Fil"
      title="Créer la communauté"
      lead="Cette page ne sert qu’une fois. Tout se change ensuite dans l’administration."
    >
      <SetupForm setupKey={setupKey} />
    </PlainPage>
  );
}
