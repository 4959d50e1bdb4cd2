import type { MemberActor } from "~/kit/actor";
import { minutesPath } from "./model";
import { listCorrectionsToAnswer } from "./queries.server";

/** Corrections that wait for this person's answer, as lines of « À faire ». */
export async function correctionsWaiting(actor: MemberActor) {
  return (await listCorrectionsToAnswer(actor)).map(({ meetingId, title, count, since, closesAt }) => ({
    key: `corrections-${meetingId}`,
    text: count > 1 ? "Répondre aux corrections d’un compte rendu" : "Répondre à une correction d’un compte rendu",
    note: title,
    to: `${minutesPath(meetingId)}#corrections`,
    act: "Répondre",
    deadline: new Date(closesAt).toISOString(),
    since: new Date(since).toISOString(),
  }));
}
