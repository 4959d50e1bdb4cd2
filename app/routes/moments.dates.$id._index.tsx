import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { sayWhenFrom } from "~/features/date-poll/answers.server";
import sheet from "~/features/date-poll/components/date-poll.css?url";
import { LivePoll } from "~/features/date-poll/components/live-poll";
import { PollTag } from "~/features/date-poll/components/poll-tags";
import { BestSoFar, PollOutcome, SayingForm } from "~/features/date-poll/components/saying-form";
import { sayingPage } from "~/features/date-poll/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import { PageHeader } from "~/ui/page-header";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Quand pouvez-vous?${data ? ` ${data.title}` : ""} – Le Fil` }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(({ actor, params }) => sayingPage(actor, idOf(params)));

/** When one can. */
export const action = asMember(async ({ actor, form, params }) => redirect(await sayWhenFrom(actor, idOf(params), form), 303));

export default function SayWhen() {
  const page = useLoaderData<typeof loader>();
  const done = useSearchParams()[0].get("fait") === "reponse";
  return (
    <PageFrame>
      <PageHeader
        title="Quand pouvez-vous?"
        back={{ to: "/moments", label: "Moments d’échange" }}
        facts={
          <span className="row">
            <span>{[page.title, page.pole].filter(Boolean).join(" · ")}</span> <PollTag state={page.state} />
          </span>
        }
        lead={page.note || null}
      />
      <LivePoll id={page.id} stamp={page.stamp} />
      <PollOutcome page={page} />
      {page.clocks ? <p className="soft">{page.clocks}</p> : null}
      <SayingForm page={page} done={done} />
      <BestSoFar page={page} />
    </PageFrame>
  );
}
