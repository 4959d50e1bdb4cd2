import { redirect, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { asSignedIn } from "~/kit/guard.server";
import { JoinForm } from "~/features/invitation/components/join-form";
import { joinFrom, joiningPage } from "~/features/invitation/forms.server";
import { useFrame } from "~/features/shell/use-frame";
import { PlainPage } from "~/ui/plain-page";

export const meta: MetaFunction = () => [{ title: "Votre inscription – Le Fil" }];

export const loader = asSignedIn(async ({ actor }) => joiningPage(actor));

export const action = asSignedIn(async ({ actor, request, form }) => redirect(await joinFrom(actor, request, form), 303), { evenPaused: true });

export default function Joining() {
  const joining = useLoaderData<typeof loader>();
  return (
    <PlainPage
      brand={useFrame()?.community}
      title="Votre inscription"
      lead="Dites qui vous êtes et où vous travaillez. Les autres personnes membres le verront à côté de ce que vous écrivez."
      foot={<Link to="/confidentialite">Confidentialité</Link>}
    >
      <JoinForm {...joining} />
    </PlainPage>
  );
}
