import { redirect, type LinksFunction, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asMember, idOf } from "~/kit/guard.server";
import { AnsweredMeeting } from "~/features/answer/components/answered-meeting";
import sheet from "~/features/answer/components/answer.css?url";
import { answerFrom } from "~/features/answer/forms.server";
import { answeringPart } from "~/features/answer/pages.server";
import { DayPart } from "~/features/attendance/components/day-part";
import { dayPart } from "~/features/attendance/pages.server";
import { MeetingTurns } from "~/features/duty/components/meeting-turns";
import turnsSheet from "~/features/duty/components/turns.css?url";
import { meetingTurns } from "~/features/duty/pages.server";
import { meetingPage } from "~/features/meeting/pages.server";
import { AfterPart } from "~/features/minutes/components/after-part";
import { afterPart } from "~/features/minutes/pages.server";
import { PageFrame } from "~/features/shell/components/page-frame";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.meeting.title ?? "Moment d’échange"} – Le Fil` }];

export const links: LinksFunction = () => [sheet, turnsSheet].map((href) => ({ rel: "stylesheet", href }));

export const loader = asMember(async ({ actor, params }) => {
  const id = idOf(params);
  const [meeting, answering, turns, day, after] = await Promise.all([meetingPage(actor, id), answeringPart(actor, id), meetingTurns(actor, id), dayPart(actor, id), afterPart(actor, id)]);
  return { meeting, answering, turns, day, after };
});

/** One's answer. */
export const action = asMember(async ({ actor, form, params }) => redirect(await answerFrom(actor, idOf(params), form), 303));

export default function Meeting() {
  const { meeting, answering, turns, day, after } = useLoaderData<typeof loader>();
  return (
    <PageFrame>
      <AnsweredMeeting meeting={meeting} part={answering}>
        <DayPart day={day} />
        <AfterPart after={after} />
        <MeetingTurns turns={turns} />
      </AnsweredMeeting>
    </PageFrame>
  );
}
