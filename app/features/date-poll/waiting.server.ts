import type { MemberActor } from "~/kit/actor";
import { deskPath, pollPath } from "./model";
import { listReady, listSought } from "./queries.server";

const noteOf = ({ title, pole }: { title: string; pole: string | null }): string => [title, pole].filter(Boolean).join(" · ");

/** The lines of « À faire »: the dates that wait for this person's word, and for the committee those that can be chosen. */
export async function datesWaiting(actor: MemberActor) {
  const [sought, ready] = await Promise.all([listSought(actor), listReady(actor)]);
  return [
    ...sought.map(({ id, since, answerUntil, begun, ...where }) => ({
      key: `date-${id}`,
      text: begun ? "Compléter vos disponibilités" : "Dire quand vous pouvez",
      note: noteOf(where),
      to: pollPath(id),
      act: "Répondre",
      deadline: new Date(answerUntil).toISOString(),
      since: new Date(since).toISOString(),
    })),
    ...ready.map(({ id, meetingId, since, ...where }) => ({
      key: `date-ready-${id}`,
      text: "Choisir la date d’un Moment d’échange",
      note: noteOf(where),
      to: deskPath(meetingId, id),
      act: "Choisir",
      since: new Date(since).toISOString(),
    })),
  ];
}
