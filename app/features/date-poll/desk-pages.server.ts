import type { MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { DomainError } from "~/kit/errors";
import { plural } from "~/kit/format";
import { requestContext } from "~/kit/request-context.server";
import { dayName, wallTimeAt } from "~/kit/wall-time";
import { communityTimeZone } from "~/features/community/queries.server";
import { mayPlan } from "~/features/meeting/policy";
import { findMeeting, listAccounts } from "~/features/meeting/queries.server";
import { listOrganisationChoices } from "~/features/organisation/queries.server";
import { listPoles } from "~/features/pole/queries.server";
import { pollAt, type Where } from "./forms.server";
import { guestToken } from "./key.server";
import { bestFirst, deskPath, guestPath, missingOf, pollStateOf, type SlotChoice } from "./model";
import { markOf } from "./mutations.server";
import { listAskedOrganisations, listNamed, listPolls, listRespondents, type Respondent } from "./queries.server";
import { shownDays, shownPoll, shownSlot, type ShownSlot } from "./pages.server";
import { instantsOf } from "./sql.server";

/** What the committee's pages about a date that is sought are made from. */

/** The polls of a meeting, and the form of another. */
export async function pollsPage(actor: MemberActor, meetingId: number) {
  mayPlan(actor);
  const [meeting, polls, poles, organisations, zone] = await Promise.all([findMeeting(actor, meetingId), listPolls(actor, meetingId), listPoles(actor), listOrganisationChoices(actor), communityTimeZone()]);
  const at = now();
  return {
    meetingId,
    title: meeting.title,
    opened: meeting.opened,
    polls: polls.map((poll) => ({
      id: poll.id,
      to: deskPath(meetingId, poll.id),
      pole: poll.pole,
      state: pollStateOf(instantsOf(poll), at),
      note: [plural(poll.slots, "heure proposée", "heures proposées"), plural(poll.answered, "personne a répondu", "personnes ont répondu")].join(" · "),
    })),
    poles: poles.map(({ id, name }) => ({ value: String(id), label: name })),
    organisations,
    values: { limite: dayName(wallTimeAt(new Date(at.getTime() + WEEK), zone)), note: "", avant: "" },
    asked: [] as number[],
  };
}

const WEEK = 7 * 86_400_000;

export type Cell = { key: number; choice: SlotChoice | null };
type Person = Pick<Respondent, "key" | "name" | "organisation" | "required">;
export type DeskSlot = ShownSlot & { refusedBy: string[]; unsure: string[]; by: Record<SlotChoice, string[]>; to: string };

const named = (people: readonly Respondent[]): string[] => people.map(({ name }) => name);

/** A slot with who says what of it. */
function deskSlot(shown: ShownSlot, people: readonly Respondent[], where: Where): DeskSlot {
  const saying = (choice: SlotChoice | undefined, among = people) => named(among.filter(({ choices }) => choices[String(shown.id)] === choice));
  const required = people.filter((person) => person.required);
  return { ...shown, refusedBy: saying("non", required), unsure: saying(undefined, required), by: { oui: saying("oui"), besoin: saying("besoin"), non: saying("non") }, to: `${deskPath(where.meetingId, where.pollId)}/choix/${shown.id}` };
}

/** The desk of one poll: what suits best, who can when, who is missing. */
export async function deskPage(actor: MemberActor, where: Where) {
  mayPlan(actor);
  const [poll, people, zone] = await Promise.all([pollAt(actor, where), listRespondents(actor, where.pollId), communityTimeZone()]);
  const at = now();
  const days = shownDays(poll, at).map(({ slots, ...day }) => ({ ...day, slots: slots.map((slot) => deskSlot(slot, people, where)) }));
  const slots = days.flatMap((day) => day.slots);
  const open = slots.filter(({ past }) => !past);
  const openIds = open.map(({ id }) => id);
  const answered = ({ choices }: Respondent) => new Set(Object.keys(choices).map(Number));
  const missing = people.filter((person) => person.asked && missingOf(openIds, answered(person)) !== "none");
  const rows = people.filter((person) => person.required || answered(person).size > 0);
  const person = ({ key, name, organisation, required }: Respondent): Person => ({ key, name, organisation, required });
  return {
    ...shownPoll(poll, zone, at),
    desk: deskPath(where.meetingId, where.pollId),
    days,
    best: bestFirst(open.map((slot) => ({ ...slot, startsAt: slot.instant }))),
    rows: rows.map((row) => ({ ...person(row), cells: slots.map(({ id }): Cell => ({ key: id, choice: row.choices[String(id)] ?? null })) })),
    missing: missing.map((one) => ({ ...person(one), some: missingOf(openIds, answered(one)) === "some", guest: one.key.startsWith("g"), reminded: one.reminded })),
    toRemind: missing.filter(({ key, reminded }) => key.startsWith("m") && !reminded).length,
    asked: people.filter((one) => one.asked).length,
    chosen: slots.find(({ chosen }) => chosen) ?? null,
    ready: open.length > 0,
  };
}

const offWords = (off: readonly string[]): string => off.join(" · ");

/** The page where hours are proposed. The form begins with the last day, which is most often the one one goes on with. */
export async function slotsPage(actor: MemberActor, where: Where, request: Request) {
  mayPlan(actor);
  const [poll, zone] = await Promise.all([pollAt(actor, where), communityTimeZone()]);
  const at = now();
  const asked = new URL(request.url).searchParams.get("jour") ?? "";
  const days = shownDays(poll, at);
  const last = poll.slots.find(({ localStart }) => localStart.startsWith(asked)) ?? poll.slots.at(-1);
  return {
    ...shownPoll(poll, zone, at),
    desk: deskPath(where.meetingId, where.pollId),
    days: days.map(({ off, ...day }) => ({ ...day, off: offWords(off) })),
    values: { date: /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : "", debut: last ? last.localStart.slice(11, 16) : "13:30", fin: last ? endTime(last) : "15:30" },
  };
}

function endTime({ startsAt, duration, localStart }: { startsAt: string; duration: number; localStart: string }): string {
  const minute = Number(localStart.slice(11, 13)) * 60 + Number(localStart.slice(14, 16)) + duration;
  return startsAt && minute < 24 * 60 ? `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}` : "23:55";
}

/** The page that takes one day's hours to another day. */
export async function repeatDayPage(actor: MemberActor, where: Where, request: Request) {
  mayPlan(actor);
  const poll = await pollAt(actor, where);
  const at = now();
  const asked = new URL(request.url).searchParams.get("jour");
  const days = shownDays(poll, at);
  const day = days.find(({ key }) => key === asked) ?? days[0];
  if (!day) throw new DomainError("date-poll.without-slot");
  return { ...shownPoll(poll, poll.zone, at), desk: deskPath(where.meetingId, where.pollId), jour: day.key, day: day.day, hours: day.slots.map(({ hours }) => hours) };
}

/** The people who are named in a poll, with the link of each guest. */
export async function peoplePage(actor: MemberActor, where: Where) {
  mayPlan(actor);
  const [poll, people, accounts] = await Promise.all([pollAt(actor, where), listNamed(actor, where.pollId), listAccounts(actor)]);
  const { origin } = requestContext().settings;
  return {
    ...shownPoll(poll, poll.zone, now()),
    desk: deskPath(where.meetingId, where.pollId),
    accounts,
    people: people.map(({ id, memberId, name, title, required, nonce }) => ({ id, name, title, required, guest: memberId === null, link: nonce && !poll.closed ? origin + guestPath(guestToken(id, nonce)) : null })),
  };
}

/** The page of what is asked, of whom, and until when. */
export async function requestPage(actor: MemberActor, where: Where) {
  mayPlan(actor);
  const [poll, organisations, asked] = await Promise.all([pollAt(actor, where), listOrganisationChoices(actor), listAskedOrganisations(actor, where.pollId)]);
  const answerUntil = new Date(poll.answerUntil);
  return {
    ...shownPoll(poll, poll.zone, now()),
    desk: deskPath(where.meetingId, where.pollId),
    organisations,
    asked,
    values: { note: poll.note, limite: dayName(wallTimeAt(answerUntil, poll.zone)), avant: markOf({ note: poll.note, answerUntil, organisationIds: asked }) },
  };
}

/** The last look before a slot becomes the sitting. */
export async function choosingPage(actor: MemberActor, where: Where, slotId: number) {
  mayPlan(actor);
  const [poll, people, meeting] = await Promise.all([pollAt(actor, where), listRespondents(actor, where.pollId), findMeeting(actor, where.meetingId)]);
  const found = poll.slots.find(({ id }) => id === slotId);
  if (!found || poll.closed || !poll.openedAt) throw new DomainError(found && poll.closed ? "date-poll.closed" : "thing.absent");
  const at = now();
  const slot = deskSlot(shownSlot(found, poll, at), people, where);
  const day = shownDays(poll, at).find(({ slots }) => slots.some(({ id }) => id === slotId));
  const asks = people.filter(({ asked }) => asked).length;
  const guests = named(people.filter(({ key }) => key.startsWith("g")));
  const registers = people.filter(({ key, choices }) => key.startsWith("m") && choices[String(slotId)] === "oui").length;
  return { ...shownPoll(poll, poll.zone, at), desk: deskPath(where.meetingId, where.pollId), slot, off: day?.off ?? [], opens: !meeting.opened, asks, guests, registers };
}
