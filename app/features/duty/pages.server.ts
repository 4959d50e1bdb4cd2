import { hasRole, type MemberActor } from "~/kit/actor";
import { now } from "~/kit/clock.server";
import { formatShortDate } from "~/kit/format";
import { communityTimeZone } from "~/features/community/queries.server";
import { findStamp } from "~/features/meeting/queries.server";
import { roleNames } from "./model";
import { findTurn, listMyTurns, listOfMeeting, listPeople } from "./queries.server";
import { shownDuty, shownPerson, shownSitting, shownTurns } from "./shown.server";

/** Who is responsible, as the page of a meeting shows it: each sitting that has somebody, or looks for somebody. */
export async function meetingTurns(actor: MemberActor, meetingId: number) {
  const rows = await listOfMeeting(actor, meetingId);
  return {
    mayName: hasRole(actor, "committee") && actor.standing === "active",
    me: actor.memberId,
    sittings: rows.filter(({ cancelled }) => !cancelled).map(shownTurns),
  };
}
export type MeetingTurns = Awaited<ReturnType<typeof meetingTurns>>;

/** The page of one turn: what is asked of me, what I may ask, what I may take. */
export async function turnPage(actor: MemberActor, dutyId: number) {
  const me = actor.memberId;
  const [zone, turn, mine, people] = await Promise.all([communityTimeZone(), findTurn(actor, dutyId), listMyTurns(actor), listPeople(actor)]);
  const { duty, ask, swap } = turn;
  const over = turn.held || turn.cancelled || new Date(turn.startsAt) <= now();
  const inIt = turn.duties.some(({ person }) => person?.id === me);
  const others = new Set(turn.duties.flatMap(({ person }) => (person ? [person.id] : [])));
  const own = duty.person?.id === me;
  const holds = own && duty.state === "accepted";
  return {
    ...{ over, holds, stamp: await findStamp(actor, turn.meetingId) },
    sitting: shownSitting(turn),
    duty: shownDuty(duty),
    beside: turn.duties.filter(({ id, state, person }) => id !== dutyId && state === "accepted" && person).map(shownDuty),
    ask: own && ask && duty.state === "asked" && !over ? { since: formatShortDate(new Date(ask.askedAt), zone), reason: ask.reason, moreTime: ask.moreTime } : null,
    swap: swap && !over
      ? {
          mine: swap.by.id === me,
          by: shownPerson(swap.by),
          of: swap.of && { name: swap.of.name, me: swap.of.id === me },
          note: swap.note,
          taker: swap.taker && { ...shownPerson(swap.taker), me: swap.taker.id === me },
          against: swap.against && `${roleNames[swap.against.role]}, «\u00a0${swap.against.title}\u00a0», le ${formatShortDate(new Date(swap.against.startsAt), swap.against.zone)}`,
        }
      : null,
    mayTake: actor.standing === "active" && !over && !inIt && (duty.state === "relief" || (swap !== null && swap.by.id !== me && swap.taker === null && (swap.of === null || swap.of.id === me))),
    given: mine
      .filter(({ state, sittingId, swap: waiting }) => state === "accepted" && sittingId !== turn.sittingId && waiting === null)
      .map((one) => ({ value: String(one.dutyId), label: `${roleNames[one.role]}, «\u00a0${one.title}\u00a0», ${formatShortDate(new Date(one.startsAt), one.zone)}` })),
    people: holds ? people.filter(({ id }) => !others.has(id)).map(({ id, name, organisation }) => ({ value: String(id), label: organisation ? `${name} (${organisation})` : name })) : [],
  };
}
