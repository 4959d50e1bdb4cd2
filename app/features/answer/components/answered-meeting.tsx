import type { ReactNode } from "react";
import { MeetingView } from "~/features/meeting/components/meeting-view";
import type { meetingPage } from "~/features/meeting/pages.server";
import type { AnsweringPart } from "../pages.server";
import { useSeats } from "../use-seats";
import { AnswerPart, AnswerSaid } from "./answer-part";
import { SittingAnswer } from "./sitting-answer";

type Props = { meeting: Awaited<ReturnType<typeof meetingPage>>; part: AnsweringPart | null; children?: ReactNode };

/** The page of a meeting, with the answers in it. */
export function AnsweredMeeting({ meeting, part, children }: Props) {
  const seatsOf = useSeats(part);
  if (!part) return <MeetingView meeting={meeting}>{children}</MeetingView>;
  const whereOf = (id: number): string | null => {
    const sitting = meeting.sittings.length > 1 ? meeting.sittings.find((one) => one.id === id) : undefined;
    return sitting ? (sitting.pole ?? sitting.day) : null;
  };
  const under = (id: number) => {
    const sitting = part.sittings.find((one) => one.id === id);
    return sitting ? <SittingAnswer part={part} sitting={sitting} seats={seatsOf(id)} where={whereOf(id)} /> : null;
  };
  return (
    <MeetingView meeting={meeting} answering={{ said: <AnswerSaid />, under, after: <AnswerPart part={part} /> }}>
      {children}
    </MeetingView>
  );
}
