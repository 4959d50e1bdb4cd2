import { redirect, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { asVisitor } from "~/kit/guard.server";
import { LetterForm } from "~/features/answer/components/letter-form";
import { answerLetter, letterPage } from "~/features/answer/letter-pages.server";
import { PlainPage } from "~/ui/plain-page";

export const meta: MetaFunction = () => [{ title: "Répondre à un Moment d’échange – Le Fil" }];

export const loader = asVisitor("whoever got the mail answers without signing in; the key in the address is the right", ({ actor, params, request }) =>
  letterPage(params.token ?? "", actor, request),
);

export const action = asVisitor("whoever got the mail answers without signing in; the key in the address is the right", async ({ actor, params, form }) =>
  redirect(await answerLetter(params.token ?? "", actor, form), 303),
);

export default function Reply() {
  const page = useLoaderData<typeof loader>();
  const done = useSearchParams()[0].get("fait") === "reponse";
  return (
    <PlainPage brand={page.community} title={page.title} lead="Un Moment d’échange de votre communauté. Ouvrir cette page ne répond pas encore." foot={<Link to="/confidentialite">Confidentialité</Link>}>
      <LetterForm page={page} done={done} />
    </PlainPage>
  );
}
