import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatDuration, plural } from "~/kit/format";
import { wallTimeAt } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { meetingStateOf, monthPath, type MeetingState } from "./model";
import { findMeeting, findNext, findStamp, listComing, listPast, type FoundMeeting, type ListedMeeting } from "./queries.server";
import { shownSitting, type ShownSitting } from "./sitting/shown.server";
import { stateOf } from "./sitting/sql.server";

export { shownSitting, type ShownSitting };

/** What the pages that everyone sees are made from. */

export type ShownMeeting = { id: number; title: string; state: MeetingState; topics: string[]; sittings: ShownSitting[] };

export function shownMeeting({ id, title, opened, topics, sittings }: ListedMeeting, zone: string, at: Date): ShownMeeting {
  return { id, title, topics, state: meetingStateOf(opened, sittings.map(stateOf)), sittings: sittings.map((facts) => shownSitting(facts, zone, at)) };
}

/** The loader's data of the list: what comes first, then what has been. */
export async function listPage(actor: MemberActor, request: Request) {
  const asked = new URL(request.url).searchParams.get("avant");
  const before = asked !== null && /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : null;
  const [zone, coming, past, stamp] = await Promise.all([communityTimeZone(), before === null ? listComing(actor) : [], listPast(actor, before), findStamp(actor, null)]);
  const at = now();
  return {
    coming: coming.map((meeting) => shownMeeting(meeting, zone, at)),
    past: past.meetings.map((meeting) => shownMeeting(meeting, zone, at)),
    older: past.next === null ? null : `/moments?avant=${past.next}`,
    first: before === null,
    month: monthPath(wallTimeAt(at, zone)),
    committee: hasRole(actor, "committee"),
    stamp,
  };
}

/** The page of one meeting. */
export async function meetingPage(actor: MemberActor, id: number) {
  const [zone, meeting] = await Promise.all([communityTimeZone(), findMeeting(actor, id)]);
  const { objectivesHtml, questionHtml, agenda, speakers, stamp, thread } = meeting;
  return {
    ...shownMeeting(meeting, zone, now()),
    objectivesHtml,
    questionHtml,
    agenda: agenda.map(({ title, minutes }) => ({ title, minutes: minutes === null ? null : formatDuration(minutes) })),
    agendaLasts: agendaLasts(meeting),
    speakers: speakers.map(({ id: key, name, title, organisation, bio }) => ({ key, name, role: [title, organisation].filter(Boolean).join(", "), bio })),
    thread: thread && { to: `/discussions/${thread.id}`, messages: plural(thread.messages, "message", "messages") },
    committee: hasRole(actor, "committee"),
    mayPlan: hasRole(actor, "committee") && actor.standing === "active",
    stamp,
  };
}

/** How long the points take together, when each says how long it takes. */
export function agendaLasts({ agenda }: FoundMeeting): string | null {
  const all = agenda.reduce((sum, { minutes }) => sum + (minutes ?? Number.NaN), 0);
  return agenda.length > 1 && Number.isFinite(all) ? formatDuration(all) : null;
}

/** The next one, as the home page shows it. */
export async function nextMeeting(actor: MemberActor): Promise<ShownMeeting | null> {
  const [zone, found] = await Promise.all([communityTimeZone(), findNext(actor)]);
  return found && shownMeeting({ ...found, opened: true, topics: [] }, zone, now());
}

/** Whether an open page is behind. */
export async function newsOf(actor: MemberActor, request: Request): Promise<{ stamp: number }> {
  const asked = new URL(request.url).searchParams.get("moment");
  return { stamp: await findStamp(actor, asked !== null && /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : null) };
}
