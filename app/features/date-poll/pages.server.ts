import type { Actor, MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatDate, formatDateTime, formatShortDate, formatTime, plural } from "~/kit/format";
import { whyOff } from "~/features/closing-day/model";
import { communityTimeZone, unscopedCommunity } from "~/features/community/queries.server";
import { openedLink } from "./answers.server";
import { bestFirst, byDay, guestPath, pollPath, pollStateOf, type PollState, type SlotChoice, type Tally } from "./model";
import { findPoll, findPollStamp, listOpenPolls, type PollFacts, type SlotFacts } from "./queries.server";
import { instantsOf } from "./sql.server";

/** What the pages are made from on which people say when they can. */

export type ShownSlot = {
  id: number;
  /** « mardi 2 mars 2027 » */
  day: string;
  /** « 2 mars 2027 » */
  shortDay: string;
  /** « 13 h 30 à 15 h 30 » */
  hours: string;
  instant: string;
  past: boolean;
  mine: SlotChoice | null;
  tally: Tally;
  /** « 4 oui, 2 au besoin, 1 non » */
  total: string;
  chosen: boolean;
};

const MS_PER_MINUTE = 60_000;

export const totalOf = ({ oui, besoin, non }: Tally): string => `${oui}\u00a0oui, ${besoin}\u00a0au besoin, ${non}\u00a0non`;

export function shownSlot({ id, startsAt, duration, tally, mine }: SlotFacts, { zone, chosenSlotId }: Pick<PollFacts, "zone" | "chosenSlotId">, at: Date): ShownSlot {
  const starts = new Date(startsAt);
  return {
    id,
    day: formatDate(starts, zone),
    shortDay: formatShortDate(starts, zone),
    hours: `${formatTime(starts, zone)} à ${formatTime(new Date(starts.getTime() + duration * MS_PER_MINUTE), zone)}`,
    instant: starts.toISOString(),
    past: starts <= at,
    mine,
    tally,
    total: totalOf(tally),
    chosen: id === chosenSlotId,
  };
}

export type ShownDay = { key: string; day: string; off: string[]; slots: ShownSlot[] };

export const shownDays = (poll: PollFacts, at: Date): ShownDay[] =>
  byDay(poll.slots).map(({ day, slots }) => {
    const shown = slots.map((slot) => shownSlot(slot, poll, at));
    return { key: day, day: shown[0]?.day ?? "", off: whyOff(day, poll.closings), slots: shown };
  });

export type ShownPoll = { id: number; meetingId: number; title: string; pole: string | null; note: string; state: PollState; until: string; clocks: string | null; stamp: number };

export function shownPoll(poll: PollFacts, community: string, at: Date): ShownPoll {
  const { id, meetingId, title, pole, note, zone, revision } = poll;
  return {
    ...{ id, meetingId, title, pole, note, stamp: revision },
    state: pollStateOf(instantsOf(poll), at),
    until: formatDateTime(new Date(poll.answerUntil), zone),
    clocks: zone === community ? null : `Les heures sont celles de ${pole ?? zone}.`,
  };
}

const MOST_BEST = 3;

function sayingPart(poll: PollFacts, community: string, at: Date) {
  const shown = shownPoll(poll, community, at);
  const days = shownDays(poll, at);
  const open = days.flatMap(({ slots }) => slots).filter(({ past }) => !past);
  const byId = new Map(open.map((slot) => [slot.id, slot]));
  const ranked = bestFirst(poll.slots.filter(({ id }) => byId.has(id)).map(({ id, startsAt, tally }) => ({ id, startsAt, tally, refusedBy: [] })));
  const said = ranked.some(({ tally }) => tally.oui + tally.besoin + tally.non > 0);
  return {
    ...shown,
    days,
    best: said ? ranked.slice(0, MOST_BEST).flatMap(({ id }) => byId.get(id) ?? []) : [],
    left: plural(open.filter(({ mine }) => mine === null).length, "heure sans réponse de votre part", "heures sans réponse de votre part"),
    complete: open.every(({ mine }) => mine !== null),
    begun: open.some(({ mine }) => mine !== null),
    chosen: days.flatMap(({ slots }) => slots).find((slot) => slot.chosen) ?? null,
    meetingPath: poll.meetingOpened ? `/moments/${poll.meetingId}` : null,
  };
}

export type SayingPart = ReturnType<typeof sayingPart>;

/** A member's page. */
export async function sayingPage(actor: MemberActor, id: number) {
  const [poll, zone] = await Promise.all([findPoll(actor, id), communityTimeZone()]);
  return { ...sayingPart(poll, zone, now()), action: pollPath(id), may: actor.standing === "active" };
}

/** The page of a link: opening it changes nothing. */
export async function linkPage(token: string, actor: Actor | null) {
  const [{ holder, poll }, community, zone] = await Promise.all([openedLink(token, actor), unscopedCommunity(), communityTimeZone()]);
  return { ...sayingPart(poll, zone, now()), action: guestPath(token), may: true, name: holder.name, community: community?.name ?? "Le Fil" };
}

/** Whether an open page is behind. */
export const pollNews = async (actor: MemberActor, id: number): Promise<{ stamp: number }> => ({ stamp: await findPollStamp(actor, id) });

/** The dates that are sought now, over the list of meetings. */
export const openPolls = async (actor: MemberActor) => (await listOpenPolls(actor)).map(({ id, title, pole }) => ({ to: pollPath(id), title: [title, pole].filter(Boolean).join(" · ") }));
