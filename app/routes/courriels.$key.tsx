import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { asVisitor } from "~/kit/guard.server";
import { FewerForm } from "~/features/notification/components/fewer-form";
import { fewerPage, haveFewer } from "~/features/notification/fewer.server";
import { PlainPage } from "~/ui/plain-page";

export const meta: MetaFunction = () => [{ title: "Recevoir moins de courriels – Le Fil" }];

export const loader = asVisitor("whoever got a mail may ask for fewer; the key in the address is the right", async ({ params }) => fewerPage(params.key ?? ""));

// No redirect: the mail programs that post here by themselves follow none (RFC 8058).
export const action = asVisitor("whoever got a mail may ask for fewer; the key in the address is the right", async ({ params, form }) => {
  await haveFewer(params.key ?? "", form);
  return { done: true };
});

export default function FewerMails() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData() as { done?: boolean } | undefined;
  return (
    <PlainPage
      brand={page.community}
      title="Recevoir moins de courriels"
      lead="Cette page est celle de la personne à qui le courriel était adressé. Ouvrir la page ne change rien."
      foot={<Link to="/reglages/notifications">Tous mes choix, en me connectant</Link>}
    >
      <FewerForm {...page} done={answer?.done === true} />
    </PlainPage>
  );
}
