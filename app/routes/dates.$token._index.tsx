import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { asVisitor } from "~/kit/guard.server";
import { sayWhenByLinkFrom } from "~/features/date-poll/answers.server";
import sheet from "~/features/date-poll/components/date-poll.css?url";
import { BestSoFar, PollOutcome, SayingForm } from "~/features/date-poll/components/saying-form";
import { linkPage } from "~/features/date-poll/pages.server";
import { Person, tintOf } from "~/ui/person";
import { PlainPage } from "~/ui/plain-page";

export const meta: MetaFunction = () => [{ title: "Vos disponibilités – Le Fil" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asVisitor("whoever was given the link says when they can without signing in; the key in the address is the right", ({ actor, params }) => linkPage(params.token ?? "", actor));

export const action = asVisitor("whoever was given the link says when they can without signing in; the key in the address is the right", async ({ actor, params, form }) =>
  redirect(await sayWhenByLinkFrom(params.token ?? "", actor, form), 303),
);

export default function SayWhenByLink() {
  const page = useLoaderData<typeof loader>();
  const done = useSearchParams()[0].get("fait") === "reponse";
  return (
    <PlainPage brand={page.community} title="Quand pouvez-vous?" lead={[page.title, page.pole].filter(Boolean).join(" · ")} foot={<Link to="/confidentialite">Confidentialité</Link>}>
      <Person size="large" name={page.name} title="Vous répondez sous ce nom" organisation="" tint={tintOf("")} />
      <div className="section stack">
        {page.note ? <p>{page.note}</p> : null}
        <PollOutcome page={page} />
        {page.clocks ? <p className="soft">{page.clocks}</p> : null}
      </div>
      <SayingForm page={page} done={done} />
      <BestSoFar page={page} />
    </PlainPage>
  );
}
