import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { AnsweredMeeting } from "~/features/answer/components/answered-meeting";
import { answerFrom } from "~/features/answer/forms.server";
import { answeringPart } from "~/features/answer/pages.server";
import { meetingPage } from "~/features/meeting/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";
import sheet from "~/features/answer/components/answer.css?url";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.meeting.title ?? "Moment d’échange"} – Le Fil` }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sheet }];

export const loader = asMember(async ({ actor, params }) => {
  const [meeting, answering] = await Promise.all([meetingPage(actor, idOf(params)), answeringPart(actor, idOf(params))]);
  return { meeting, answering };
});

/** One's answer. */
export const action = asMember(async ({ actor, form, params }) => redirect(await answerFrom(actor, idOf(params), form), 303));

export default function Meeting() {
  const { meeting, answering } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <AnsweredMeeting meeting={meeting} part={answering} />
    </PageFrame>
  );
}
