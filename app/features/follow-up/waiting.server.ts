import type { MemberActor } from "~/kit/actor";
import { after, DAY } from "~/kit/clock.server";
import { followUpsPath, noonOf } from "./model";
import { listEntrusted } from "./queries.server";

/** What is entrusted to this person, as lines of « À faire ». */
export async function followUpsWaiting(actor: MemberActor) {
  return (await listEntrusted(actor)).map(({ id, meetingId, body, title, due, since }) => ({
    key: `follow-up-${id}`,
    text: body,
    note: `Suite de «\u00a0${title}\u00a0»`,
    to: `${followUpsPath(meetingId)}#suite-${id}`,
    act: "Voir",
    // The day is over in the evening.
    deadline: after(noonOf(due), DAY / 2).toISOString(),
    since: new Date(since).toISOString(),
  }));
}
