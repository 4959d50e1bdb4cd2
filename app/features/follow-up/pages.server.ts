import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatShortDate } from "~/kit/format";
import { dayName, wallTimeAt } from "~/kit/wall-time";
import { findDayStamp } from "~/features/attendance/queries.server";
import { communityTimeZone } from "~/features/community/queries.server";
import { followUpPath, noonOf } from "./model";
import { leadsFollowUps, mayEntrust } from "./policy";
import { findFollowUp, findFollowUps, listPeople, type FollowUpFacts } from "./queries.server";

const choicesOf = (people: Awaited<ReturnType<typeof listPeople>>) => people.map(({ id, name, organisation }) => ({ value: String(id), label: organisation ? `${name} (${organisation})` : name }));

const shown = (one: FollowUpFacts, { meetingId, today, leads, active }: { meetingId: number; today: string; leads: boolean; active: boolean }) => ({
  id: one.id,
  body: one.body,
  who: [one.name, one.organisation].filter(Boolean).join(", "),
  due: formatShortDate(noonOf(one.due), "UTC"),
  done: one.done,
  mine: one.mine,
  // That a day has passed is said to who can do something about it, and to nobody else.
  late: !one.done && one.due < today && (one.mine || leads),
  to: leads ? followUpPath(meetingId, one.id) : null,
  mayFinish: active && (one.mine || leads),
});

/** What is to be done after a meeting. */
export async function followUpsPage(actor: MemberActor, meetingId: number) {
  const [zone, { title, responsible, followUps }, stamp] = await Promise.all([communityTimeZone(), findFollowUps(actor, meetingId), findDayStamp(actor, meetingId)]);
  const leads = leadsFollowUps(actor, { responsible });
  const today = dayName(wallTimeAt(now(), zone));
  const list = followUps.map((one) => shown(one, { meetingId, today, leads, active: actor.standing === "active" }));
  return { meetingId, stamp, title, leads, today, open: list.filter(({ done }) => !done), done: list.filter(({ done }) => done), people: leads ? choicesOf(await listPeople(actor)) : [] };
}

/** The form of one of them. */
export async function followUpPage(actor: MemberActor, meetingId: number, id: number) {
  const found = await findFollowUp(actor, { meetingId, id });
  mayEntrust(actor, meetingId, found);
  const people = await listPeople(actor);
  const { title, body, memberId, due, revision } = found;
  return { meetingId, id, title, body, memberId: String(memberId), due, revision, people: choicesOf(people) };
}
